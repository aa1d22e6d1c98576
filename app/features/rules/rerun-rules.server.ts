import { count } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { triageResults } from '@db/schema/intake'
import { ruleSetRuns } from '@db/schema/triage'
import { systemActor } from '~/domain/people/actor'
import { refuse } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { rereadIntake } from '~/domain/triage/reread-intake'
import type { RuleSet } from '~/domain/triage/rule-set'
import { ruleSetHash } from '~/domain/triage/rule-set-hash'
import { ruleSetOf } from '~/domain/triage/rule-sets'
import { mostRead } from '~/domain/triage/run-change'
import type { RunChange } from '~/domain/triage/run-change'
import { runDirection } from '~/domain/triage/run-direction'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { storedIntakes } from './stored-intakes'
import type { FoundIntake } from './stored-intakes'

/** Intakes read in one transaction; between two the process does other work. */
const perBatch = 25

type Sets = { readonly from: RuleSet; readonly to: RuleSet }
type Read = { readonly intakeId: string; readonly replays: boolean; readonly change: RunChange | null }
type Batch = { readonly stored: number; readonly read: readonly Read[] }

/**
 * Reads stored intakes under two rule sets, the newest up to a limit, and keeps what differs, without a name and without
 * an answer. An admin starts it; the clinic's system reads, with an audit row for every intake in the transaction that
 * reads it. Nothing that was judged changes.
 */
export async function rerunRules(
  context: Context,
  wish: { from: string; to: string },
): Promise<{ runId: string } | Refusal<'missing'>> {
  const [from, to] = [ruleSetOf(wish.from), ruleSetOf(wish.to)]
  if (context.actor.role !== 'admin' || !from || !to || from === to)
    return refuse('missing', 'There are no two such rule sets.')
  const fields = [`v${from.version}`, `v${to.version}`]
  await transact(context, (tx) => recordAudit(tx, context, { did: 'rules.start-run', thing: 'rule_set', fields }))
  const system = { ...context, actor: systemActor }
  const read: Read[] = []
  let stored = 0
  for (;;) {
    const batch = await readBatch(system, { from, to }, read.at(-1)?.intakeId ?? null)
    read.push(...batch.read)
    stored = Math.max(stored, batch.stored, read.length)
    if (batch.read.length < perBatch || read.length >= mostRead) break
  }
  return keepRun(context, { from, to }, { stored, read })
}

/** Reads the next intakes, and counts all there are. */
function readBatch(context: Context, sets: Sets, after: string | null): Promise<Batch> {
  const { timeZone } = context.clinic
  return transact(context, async (tx) => {
    const found = await storedIntakes(tx, { after, limit: perBatch, timeZone })
    const [all] = await tx.select({ results: count() }).from(triageResults)
    await recordAudit(
      tx,
      context,
      found.map(({ intakeId, patientId }) => ({ did: 'triage.rerun', patientId, thing: 'intake', thingId: intakeId })),
    )
    return { stored: all?.results ?? 0, read: found.map((intake) => readOne(intake, sets, timeZone)) }
  })
}

function readOne(intake: FoundIntake, sets: Sets, timeZone: string): Read {
  const { intakeId, submittedAt, result } = intake
  const { replays, ...reread } = rereadIntake(intake, { ...sets, own: ruleSetOf(result.rulesetVersion) })
  const isSame = runDirection(reread.from, reread.to) === 'same'
  return { intakeId, replays, change: isSame ? null : { intakeId, sentOn: dayOf(submittedAt, timeZone), ...reread } }
}

function keepRun(context: Context, { from, to }: Sets, { stored, read }: Batch): Promise<{ runId: string }> {
  const changes = read.flatMap(({ change }) => change ?? [])
  const heading = (direction: string) =>
    changes.filter((change) => runDirection(change.from, change.to) === direction).length
  const apart = read.filter(({ replays }) => !replays).map(({ intakeId }) => intakeId)
  return transact(context, async (tx) => {
    const [run] = await tx
      .insert(ruleSetRuns)
      .values({
        fromVersion: from.version,
        toVersion: to.version,
        fromHash: ruleSetHash(from),
        toHash: ruleSetHash(to),
        stored,
        intakesRead: read.length,
        same: read.length - changes.length,
        raised: heading('raised'),
        lowered: heading('lowered'),
        replayed: read.length - apart.length,
        apart,
        changes,
        runBy: context.actor.id,
        runAt: context.now,
      })
      .returning({ id: ruleSetRuns.id })
    if (!run) throw new Error('A run that was just kept is gone')
    await recordAudit(tx, context, {
      did: 'rules.keep-run',
      thing: 'rule_set',
      thingId: run.id,
      fields: [`v${from.version}`, `v${to.version}`],
    })
    return { runId: run.id }
  })
}
