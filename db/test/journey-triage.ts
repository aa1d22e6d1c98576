import type { Actor } from '~/domain/people/actor'
import type { Tier } from '~/domain/triage/triage-result'
import { agreeTriage } from '~/features/triage/agree-triage.server'
import { askLive } from '~/features/triage/ask-live.server'
import { listIntakes } from '~/features/triage/list-intakes.server'
import { listOverrides } from '~/features/triage/list-overrides.server'
import { overrideTriage } from '~/features/triage/override-triage.server'
import { readTriage } from '~/features/triage/read-triage.server'
import { recordExam } from '~/features/triage/record-exam.server'
import type { Run } from './journey'

const minutesAfter = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000)

type Wish = { provider: Actor; colleague: Actor; visitId: string; at: Date }

/**
 * A clinician reviews an intake in the visit: agrees, asks live, examines, raises the urgency and lowers it again in steps.
 * A colleague sees what was lowered. What stands in the end is what stood.
 */
export async function reviewIntake(run: Run, { provider, colleague, visitId, at }: Wish) {
  await run(listIntakes, provider, at)
  const { file, standing } = await run(readTriage, provider, at, { visitId })
  const intakeId = file.id
  await run(agreeTriage, provider, at, { intakeId, seen: standing.newest ?? '' })
  await run(askLive, provider, minutesAfter(at, 1), { intakeId, answers: { painNow: 6 } })
  const finding = { side: 'right', result: 'positive', attested: true } as const
  const findings = [{ ...finding, test: 'faber' }]
  await run(recordExam, provider, minutesAfter(at, 2), { intakeId, mode: 'video', findings })
  const override = async (minutes: number, urgency: Tier) => {
    const now = minutesAfter(at, minutes)
    const { standing: stands } = await run(readTriage, provider, now, { intakeId })
    await run(overrideTriage, provider, now, {
      intakeId,
      seen: stands.newest ?? '',
      urgency,
      siPattern: 'possible',
      reasonCode: 'exam_says_otherwise',
      reason: 'Journey override',
      asked: stands.items.map(({ ruleId }) => ({ ruleId, now: 'same' as const })),
    })
  }
  await override(3, 'expedited')
  await override(4, standing.urgency ?? 'routine')
  await run(listOverrides, colleague, minutesAfter(at, 5))
}
