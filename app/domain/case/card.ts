import { dayOf } from '../time/day-of'
import { daysBetween } from '../time/days-between'
import { sayDate } from '../time/say-date'
import { itemWords } from './item-words'
import { openClearances, stageOf } from './stage'
import type { CaseFacts, Stage } from './stage'
import { stageWords } from './stage-words'

/** Red: refused or will fail as it stands. Amber: stuck beyond its target or waiting for someone here. */
export type Edge = 'red' | 'amber' | null

export type Card = {
  stage: Stage
  since: Date
  /** Whole clinic days in the stage; for a booked procedure, days until it. */
  days: number
  edge: Edge
  /** Why it stands where it stands, most pressing first. */
  lines: { icon: 'refused' | 'warning' | 'clock' | 'waiting' | 'ready' | 'note'; words: string }[]
  act: 'ask_provider' | 'send_request' | 'record_answer' | 'appeal' | 'clear' | 'find_time' | 'move' | 'record' | 'open'
}

const readyLine = (words: string): Card['lines'] => [{ icon: 'ready', words }]

function orderedCard(facts: CaseFacts, now: Date, zone: string): Pick<Card, 'edge' | 'lines' | 'act'> {
  const asked = facts.authorisation
  if (asked?.decision === 'denied') {
    return {
      edge: 'red',
      lines: [
        { icon: 'refused', words: `Denied ${sayDate(asked.decidedAt ?? now, zone)}: ${asked.denialReason ?? ''}` },
      ],
      act: 'appeal',
    }
  }
  if (!asked)
    return { edge: null, lines: [{ icon: 'note', words: 'Request not sent to the plan' }], act: 'send_request' }
  const late = asked.decisionDueAt < now
  const due = sayDate(asked.decisionDueAt, zone)
  return late
    ? { edge: 'red', lines: [{ icon: 'clock', words: `Answer was due ${due}` }], act: 'record_answer' }
    : { edge: null, lines: [{ icon: 'waiting', words: `Decision due ${due}` }], act: 'record_answer' }
}

function bookedCard(facts: CaseFacts, now: Date, zone: string): Pick<Card, 'edge' | 'lines' | 'act'> {
  const startsAt = facts.procedure?.startsAt ?? now
  const until = facts.authorisation?.validUntil
  if (until && until < dayOf(startsAt, zone)) {
    return { edge: 'red', lines: [{ icon: 'refused', words: 'Authorisation ends before the procedure' }], act: 'move' }
  }
  const open = openClearances(facts.items)
  if (open.length > 0) {
    return {
      edge: 'red',
      lines: open.slice(0, 2).map((item) => ({ icon: 'warning', words: itemWords(item.code).title })),
      act: 'clear',
    }
  }
  if (startsAt < now) return { edge: 'amber', lines: [{ icon: 'clock', words: 'Not recorded yet' }], act: 'record' }
  const confirmed = facts.procedure?.confirmedAt ? 'Confirmed by the patient' : 'Not confirmed by the patient yet'
  const followUp = facts.followUp ? `follow-up ${sayDate(facts.followUp.startsAt, zone)}` : 'no follow-up'
  return { edge: null, lines: readyLine(`${confirmed} · ${followUp}`), act: 'open' }
}

function rest(facts: CaseFacts, stage: Stage, now: Date, zone: string): Pick<Card, 'edge' | 'lines' | 'act'> {
  switch (stage) {
    case 'consult_done':
      return {
        edge: null,
        lines: [{ icon: 'note', words: facts.noteSignedAt ? 'No injection ordered' : 'Note not signed yet' }],
        act: 'ask_provider',
      }
    case 'ordered':
      return orderedCard(facts, now, zone)
    case 'authorised': {
      const open = openClearances(facts.items)
      const waitsHere = open.some((item) => item.resolver === 'clinician')
      return {
        edge: waitsHere ? 'amber' : null,
        lines: open.slice(0, 2).map((item) => ({ icon: 'warning', words: itemWords(item.code).title })),
        act: 'clear',
      }
    }
    case 'cleared':
      return { edge: null, lines: readyLine('Nothing open'), act: 'find_time' }
    case 'booked':
      return bookedCard(facts, now, zone)
    case 'procedure_done':
      return { edge: null, lines: [{ icon: 'waiting', words: 'No diary entry yet' }], act: 'open' }
    case 'diary_running':
      return {
        edge: null,
        lines: [
          {
            icon: 'waiting',
            words: facts.followUp ? `Follow-up ${sayDate(facts.followUp.startsAt, zone)}` : 'Follow-up missing',
          },
        ],
        act: 'open',
      }
    case 'follow_up_done':
      return { edge: null, lines: [{ icon: 'note', words: 'Next step not decided yet' }], act: 'ask_provider' }
    case 'next_step':
      return { edge: null, lines: readyLine('Next step decided'), act: 'open' }
  }
}

/** What one card of the board says, from the facts alone. Days are calendar days of the clinic's zone. */
export function cardOf(facts: CaseFacts, now: Date, zone: string): Card {
  const { stage, since } = stageOf(facts)
  const days = Math.abs(daysBetween(since, now, zone))
  const target = stageWords[stage].targetDays
  const part = rest(facts, stage, now, zone)
  const overdue = target !== null && days > target
  return { stage, since, days, ...part, edge: part.edge ?? (overdue ? 'amber' : null) }
}
