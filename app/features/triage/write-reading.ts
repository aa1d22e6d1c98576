import { announce } from '@db/announce'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { readTriageContext } from '@db/read-triage-context'
import { triageReadings } from '@db/schema/triage'
import type { ExamRecord } from '~/domain/exam/exam-record'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { needsCall } from '~/domain/triage/judge-override'
import { mergedAnswers } from '~/domain/triage/merged-answers'
import { ruleSet } from '~/domain/triage/rule-set'
import { tierOfReasons } from '~/domain/triage/tier-of-reason'
import { triage } from '~/domain/triage/triage'
import { higher } from '~/domain/triage/triage-result'
import type { Reason, SiTier, Tier } from '~/domain/triage/triage-result'
import type { TriageStanding } from '~/domain/triage/triage-standing'
import { isSaid, printOf, unsettledReasons } from '~/domain/triage/unsettled'
import type { Context } from '~/features/context'
import { momentAfter } from './lock-triage'
import { openCall } from './open-call'
import type { Call } from './open-call'
import type { TriageFile } from './triage-file'

type Wish =
  | { readonly cause: 'asked'; readonly visitId: string | null; readonly answers: Answers }
  | { readonly cause: 'exam'; readonly visitId: string | null; readonly exam: ExamRecord }

export type Reading = {
  readonly readingId: string
  readonly urgency: Tier
  readonly siPattern: SiTier
  readonly before: Tier | null
  /** The call that this reading opened or found open; null when it asks for none. */
  readonly call: Call | null
}

const lines = [...ruleSet.urgency, ...ruleSet.words.keywords, ruleSet.words.thinners]

/**
 * Reads an intake again with what was asked live or found in an exam, and keeps it beside the result. The urgency it brings is
 * what no clinician has settled yet, on top of what stands: it raises, or leaves as it is. Of an intake that is not sent
 * only what was said counts. Written under the intake's lock.
 */
export async function writeReading(
  tx: Tx,
  context: Context,
  { file, standing }: { file: TriageFile; standing: TriageStanding },
  wish: Wish,
): Promise<Reading> {
  const { id: intakeId, patientId, instrumentVersion } = file
  const asked = wish.cause === 'asked' ? wish.answers : {}
  const answers = mergedAnswers(standing.answers, [asked])
  const exam = wish.cause === 'exam' ? wish.exam : standing.exam
  const known = { patientId, intakeId, answers, instrumentVersion, now: context.now, zone: context.clinic.timeZone }
  const told = await readTriageContext(tx, known)
  const corrected = told.corrected?.filter((key) => answers[key] === file.answers[key] && !(key in asked))
  const findings = exam.findings.map(({ reason: _words, ...finding }) => finding)
  const result = triage(answers, {
    ...told,
    corrected: corrected?.length ? corrected : undefined,
    exam: findings.length > 0 ? { findings } : undefined,
  })
  const madeAt = momentAfter(standing.newestAt, context.now)
  const said = [
    ...standing.said,
    { at: madeAt, reasons: result.urgency.reasons, asked: Object.keys(asked) as QuestionKey[] },
  ]
  const reasons = file.submittedAt
    ? result.urgency.reasons
    : result.urgency.reasons.filter((reason) => isSaid(reason, lines))
  const unsettled = unsettledReasons(reasons, said, file.reviews)
  const urgency = higher(standing.urgency ?? 'routine', tierOfReasons(unsettled, ruleSet))
  const [row] = await tx
    .insert(triageReadings)
    .values({
      intakeId,
      patientId,
      visitId: wish.visitId,
      cause: wish.cause,
      answers: wish.cause === 'asked' ? wish.answers : null,
      exam: wish.cause === 'exam' ? wish.exam : null,
      result,
      ruleSetVersion: result.rulesetVersion,
      inputHash: result.inputHash,
      urgency,
      siPattern: result.si.tier,
      madeBy: context.actor.id,
      madeAt,
    })
    .returning({ id: triageReadings.id })
  if (!row) throw new Error('A reading was written and is not there.')
  await recordAudit(tx, context, {
    did: wish.cause === 'asked' ? 'triage.ask' : 'triage.examine',
    patientId,
    thing: 'intake',
    thingId: intakeId,
    fields:
      wish.cause === 'asked'
        ? Object.keys(asked)
        : [...new Set(exam.findings.map((finding) => finding.test.replaceAll('-', '_')))],
  })
  await announce(tx, { topic: 'intake', patientId })
  const news = newReasons(reasons, standing)
  const call = await callFor(tx, context, {
    file,
    news,
    urgency,
    before: standing.urgency,
    codes: result.urgency.codes,
  })
  return { readingId: row.id, urgency, siPattern: result.si.tier, before: standing.urgency, call }
}

/** What fires now and did not fire so in the reading before. */
function newReasons(reasons: readonly Reason[], { said }: TriageStanding): readonly Reason[] {
  const before = new Set(said.at(-1)?.reasons.map(printOf))
  return reasons.filter((reason) => !before.has(printOf(reason)))
}

type News = {
  file: TriageFile
  news: readonly Reason[]
  urgency: Tier
  before: Tier | null
  codes: readonly string[]
}

/** Opens a call for what is new and urgent, also where the urgency stood as high before and its call is closed. */
async function callFor(tx: Tx, context: Context, { file, news, urgency, before, codes }: News): Promise<Call | null> {
  const tier = tierOfReasons(news, ruleSet)
  const raised = before === null || higher(before, urgency) !== before
  const wanted = needsCall(tier) ? tier : raised && needsCall(urgency) ? urgency : null
  if (!wanted) return null
  const [first] = news
  const rule = ruleSet.urgency.find((each) => each.id === first?.ruleId)
  return openCall(tx, context, {
    patientId: file.patientId,
    intakeId: file.id,
    urgency: wanted,
    code: rule?.codes[0] ?? codes[0] ?? 'redflag:unknown',
    questionKey: first?.inputs[0]?.questionId,
  })
}
