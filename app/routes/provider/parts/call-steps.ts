import { sayTime } from '~/domain/time/say-time'
import type { NodeState } from '~/ui/node'
import type { UrgentLine } from './urgent-line'

type Step = { key: string; state: NodeState; title: string; sub?: string; at: Date }

const replies = { called_911: 'They say: I called 911', going_to_er: 'They say: I am on my way to the emergency room' }

/** What happened with a call so far and what comes next, in the order of the clock. */
export function callSteps(
  line: UrgentLine,
  zone: string,
): { key: string; state: NodeState; title: string; sub?: string; when: string }[] {
  const steps: Step[] = [
    { key: 'opened', state: 'done', title: 'Answer arrived', sub: 'Queue opened, patient told', at: line.openedAt },
  ]
  if (line.reply && line.repliedAt)
    steps.push({ key: 'reply', state: 'done', title: replies[line.reply], at: line.repliedAt })
  if (line.corrected) {
    steps.push({
      key: 'corrected',
      state: 'done',
      title: `They say a wrong tap, and answered again: “${line.corrected.answer}”`,
      sub: 'Both answers are kept. Call to be sure: only you close it',
      at: line.corrected.at,
    })
  } else if (line.mistakeSaidAt) {
    steps.push({
      key: 'mistake',
      state: 'done',
      title: 'They say it was a wrong tap',
      sub: 'Ask it again: only you close it',
      at: line.mistakeSaidAt,
    })
  }
  if (line.takenAt)
    steps.push({
      key: 'taken',
      state: 'done',
      title: `Taken by ${line.owner?.name ?? 'a clinician'}`,
      at: line.takenAt,
    })
  if (line.closedAt) {
    steps.push({ key: 'closed', state: 'done', title: 'Closed', sub: line.outcome ?? undefined, at: line.closedAt })
  } else {
    const phone = line.patient.phone ?? 'no number on file'
    steps.push(
      line.takenAt
        ? { key: 'call', state: 'now', title: `Call ${phone}`, sub: 'Then say below how it ended', at: line.dueAt }
        : {
            key: 'take',
            state: 'now',
            title: 'Someone takes it',
            sub: 'Every clinician is told again while nobody does',
            at: line.dueAt,
          },
    )
  }
  return steps
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, state, ...step }) => ({ ...step, state, when: `${state === 'now' ? 'by ' : ''}${sayTime(at, zone)}` }))
}
