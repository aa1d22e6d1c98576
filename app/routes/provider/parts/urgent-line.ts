import type { DiaryAlarm } from '~/features/worklist/diary-alarms.server'
import type { UrgentEntry } from '~/features/urgent/urgent-entry'
import { callWithin } from '~/domain/urgent/due-at'
import { slotLabel } from '~/domain/outcome/slot-words'

/** One call of the queue with its reason in one line. */
export type UrgentLine = UrgentEntry & { why: string }

/** The whole length of a call's clock in ms: minutes of clinic time for the same day, else from the alarm to its end. */
export function clockTotal(line: Pick<UrgentEntry, 'urgency' | 'openedAt' | 'dueAt'>): number {
  if (line.urgency === 'same_day') return callWithin.sameDay.clinicMinutes * 60_000
  return line.dueAt.getTime() - line.openedAt.getTime()
}

/** Adds to each call why it is owed: the answer itself, the diary's numbers, or the rule's reason. */
export function urgentLines(queue: readonly UrgentEntry[], alarms: readonly DiaryAlarm[]): UrgentLine[] {
  return queue.map((entry) => {
    const alarm = alarms.find((one) => one.itemId === entry.id)
    return { ...entry, why: alarm ? diaryWords(alarm) : whyOf(entry) }
  })
}

/** A diary entry that raised an alarm, as a clinician reads it: "Day 5: fever yes · pain 8". */
export function diaryWords(alarm: DiaryAlarm): string {
  const legs = {
    no: null,
    same: 'leg numb or weak, the same',
    worse: 'leg numb or weak, worse',
    both_legs: 'both legs numb or weak',
    unsure: 'leg: not sure',
  }[alarm.numbOrWeak]
  const fever = { no: null, yes: 'fever', unsure: 'fever: not sure' }[alarm.fever]
  return `${slotLabel(alarm.slot)}: ${[fever, legs, `pain ${alarm.painNow}`].filter(Boolean).join(' · ')}`
}

function whyOf(entry: UrgentEntry): string {
  if (entry.raisedBy) return `Raised by ${entry.raisedBy.name}: “${entry.raisedBy.reason}”`
  if (entry.said) return `“${entry.said.answer}”: ${entry.said.question}`
  return entry.reasons[0]?.text ?? 'An answer needs a call'
}
