import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Tx } from '@db/client'
import { readStanding } from '@db/read-standing'
import { intakeAnswers, intakes, triageResults } from '@db/schema/intake'
import { triageReadings } from '@db/schema/triage'
import { openChecklist } from '~/domain/case/open-checklist'
import { answerWords } from '~/domain/intake/answer-words'
import { askedIn } from '~/domain/intake/asked-in'
import type { Answers } from '~/domain/intake/instrument'
import { blockersNow } from '~/domain/triage/blockers-now'

const payerKeys = ['payerKind', 'planName', 'memberId'] as const

/**
 * What an order takes over from the latest intake: the side on the map, the payer, and the checklist that opens. Blockers and
 * the plan's items are read with everything that was asked live and examined since.
 */
export async function intakeFacts(tx: Tx, patientId: string) {
  const [latest] = await tx
    .select({
      id: intakes.id,
      instrumentVersion: intakes.instrumentVersion,
      side: intakes.side,
      result: triageResults.result,
    })
    .from(intakes)
    .leftJoin(triageResults, eq(triageResults.intakeId, intakes.id))
    .where(and(eq(intakes.patientId, patientId), isNotNull(intakes.submittedAt)))
    .orderBy(desc(intakes.submittedAt))
    .limit(1)
  const rows = latest
    ? await tx
        .select({ key: intakeAnswers.questionKey, value: intakeAnswers.value })
        .from(intakeAnswers)
        .where(and(eq(intakeAnswers.intakeId, latest.id), inArray(intakeAnswers.questionKey, [...payerKeys])))
    : []
  const [reading] = latest
    ? await tx
        .select({ result: triageReadings.result })
        .from(triageReadings)
        .where(eq(triageReadings.intakeId, latest.id))
        .orderBy(desc(triageReadings.madeAt))
        .limit(1)
    : []
  const standing = await readStanding(tx, latest ? [latest.id] : [])
  const result = reading?.result ?? latest?.result
  const answers = Object.fromEntries(rows.map((row) => [row.key, row.value])) as Pick<
    Answers,
    (typeof payerKeys)[number]
  >
  const insured = answers.payerKind !== 'none'
  const which = askedIn(latest?.instrumentVersion ?? null, 'payerKind')
  const kind = answers.payerKind === undefined ? null : answerWords('payerKind', answers.payerKind, which)
  return {
    mapSide: latest?.side ?? ('none' as const),
    payer: insured ? answers.planName?.trim() || kind : null,
    memberId: insured ? answers.memberId?.trim() || null : null,
    checklist: openChecklist({
      blockers: blockersNow(result?.blockers ?? [], (latest && standing.get(latest.id)) ?? null),
      payerItems: result?.payer.items ?? [],
      insured,
    }),
  }
}
