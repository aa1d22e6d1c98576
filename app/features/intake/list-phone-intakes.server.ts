import { and, asc, desc, eq, gte, inArray, isNotNull, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { recordAudit } from '@db/audit'
import { readStanding } from '@db/read-standing'
import { intakeAnswers, intakes, triageResults, urgentItems } from '@db/schema/intake'
import { people } from '@db/schema/people'
import { instrumentOf, isQuestionKey } from '~/domain/intake/instrument'
import type { Answers } from '~/domain/intake/instrument'
import { phoneProgress } from '~/domain/intake/phone-questions'
import type { PhoneProgress } from '~/domain/intake/phone-questions'
import { may } from '~/domain/people/permissions'
import { atWallClock } from '~/domain/time/at-wall-clock'
import { dayOf } from '~/domain/time/day-of'
import { nextStepFor } from '~/domain/triage/next-step-for'
import type { NextStep } from '~/domain/triage/next-step-for'
import { needsNow } from '~/domain/urgent/needs-now'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

type Listed = {
  readonly id: string
  readonly patient: {
    readonly id: string
    readonly name: string
    readonly bornOn: string | null
    readonly phone: string | null
  }
  readonly openedBy: string
  readonly startedAt: Date
}
export type OpenByPhone = Listed & {
  readonly savedAt: Date
  readonly progress: PhoneProgress
  /** One of its answers needs help now, and no clinician has closed that call. */
  readonly emergency: boolean
}
/** What follows is said in the person's words; the urgency itself stays with the clinicians. */
export type SentByPhone = Listed & { readonly submittedAt: Date; readonly next: NextStep['kind'] }

const openers = alias(people, 'openers')
const listed = {
  id: intakes.id,
  patient: { id: people.id, name: people.name, bornOn: people.bornOn, phone: people.phone },
  openedBy: openers.name,
  startedAt: intakes.startedAt,
}

/** Intakes by phone that are open, the one that waits longest first, and those sent today in the clinic's zone. */
export function listPhoneIntakes(context: Context): Promise<{ open: OpenByPhone[]; sent: SentByPhone[] }> {
  return transact(context, async (tx) => {
    if (!may.askByPhone(context.actor)) return { open: [], sent: [] }
    const rows = await tx
      .select({ ...listed, savedAt: intakes.savedAt, version: intakes.instrumentVersion })
      .from(intakes)
      .innerJoin(people, eq(people.id, intakes.patientId))
      .innerJoin(openers, eq(openers.id, intakes.openedBy))
      .where(and(eq(intakes.source, 'phone'), isNull(intakes.submittedAt)))
      .orderBy(asc(intakes.savedAt))
    const answered =
      rows.length === 0
        ? []
        : await tx
            .select({ intakeId: intakeAnswers.intakeId, key: intakeAnswers.questionKey, value: intakeAnswers.value })
            .from(intakeAnswers)
            .where(
              inArray(
                intakeAnswers.intakeId,
                rows.map(({ id }) => id),
              ),
            )
    const calls = await tx
      .select({ sourceId: urgentItems.sourceId, urgency: urgentItems.urgency, correctedAt: urgentItems.correctedAt })
      .from(urgentItems)
      .where(isNull(urgentItems.closedAt))
    const zone = context.clinic.timeZone
    const sent = await tx
      .select({ ...listed, submittedAt: intakes.submittedAt, judged: triageResults.urgency })
      .from(intakes)
      .innerJoin(people, eq(people.id, intakes.patientId))
      .innerJoin(openers, eq(openers.id, intakes.openedBy))
      .innerJoin(triageResults, eq(triageResults.intakeId, intakes.id))
      .where(
        and(
          eq(intakes.source, 'phone'),
          isNotNull(intakes.submittedAt),
          gte(intakes.submittedAt, atWallClock(dayOf(context.now, zone), '00:00', zone)),
        ),
      )
      .orderBy(desc(intakes.submittedAt))
    const standing = await readStanding(
      tx,
      sent.map(({ id }) => id),
    )
    await recordAudit(
      tx,
      context,
      [...rows, ...sent].map(({ id, patient }) => ({
        did: 'intake.list',
        patientId: patient.id,
        thing: 'intake',
        thingId: id,
      })),
    )
    return {
      open: rows.map(({ version, ...row }) => {
        const own = answered.filter(({ intakeId, key }) => intakeId === row.id && isQuestionKey(key))
        const answers = Object.fromEntries(own.map(({ key, value }) => [key, value])) as Answers
        const emergency = calls.some((call) => call.sourceId === row.id && needsNow(call))
        return { ...row, emergency, progress: phoneProgress(answers, undefined, instrumentOf(version)) }
      }),
      sent: sent.flatMap(({ submittedAt, judged, ...row }) => {
        const tier = standing.get(row.id) ?? judged
        const { kind } = nextStepFor({ urgency: { tier, codes: [], reasons: [] } })
        return submittedAt ? [{ ...row, submittedAt, next: kind }] : []
      }),
    }
  })
}
