import { sayDate } from '../time/say-date'
import { openClearances, stageOf, stages } from './stage'
import type { CaseFacts, Stage } from './stage'

export type ThreadStep = { key: string; state: 'done' | 'now' | 'next' | 'stopped'; name: string; sub?: string }

/** The case as a thread of eight steps, each done with its day, now, or still to come. */
export function caseThread(facts: CaseFacts, zone: string): ThreadStep[] {
  const at = stages.indexOf(stageOf(facts).stage)
  const day = (date: Date | null | undefined) => (date ? sayDate(date, zone) : undefined)
  const denied = facts.authorisation?.decision === 'denied'
  const open = openClearances(facts.items).length
  const step = (key: string, name: string, doneFrom: Stage, sub?: string): ThreadStep => {
    return { key, name, state: at >= stages.indexOf(doneFrom) ? 'done' : 'next', sub }
  }
  const steps = [
    step('consult', 'Consult', 'consult_done', day(facts.consultEndedAt)),
    step('order', 'Ordered', 'ordered', day(facts.orderedAt)),
    step('authorise', 'Authorise', 'authorised', denied ? 'denied' : day(facts.authorisation?.decidedAt)),
    step('clear', 'Clear', 'cleared', open > 0 ? `${open} open` : undefined),
    step('book', 'Book', 'booked', day(facts.procedure?.startsAt)),
    step('procedure', 'Procedure', 'procedure_done', day(facts.procedure?.needleOutAt)),
    step('diary', 'Diary', 'follow_up_done', '14 days'),
    step('follow-up', 'Follow-up', 'next_step', day(facts.followUp?.startsAt)),
  ]
  const current = steps.findIndex((one) => one.state === 'next')
  return steps.map((one, index) =>
    index === current ? { ...one, state: denied && one.key === 'authorise' ? 'stopped' : 'now' } : one,
  )
}
