import type { IntakeSummary } from '~/domain/chart/intake-summary'
import { emptyNote } from './note-body'
import type { NoteBody } from './note-body'

type Facts = {
  /** Full years on the day of the visit, null when the date of birth is not known. */
  age: number | null
  /** Day the answers were sent, as people say it: "Nov 18". */
  sentOn: string
  summary: IntakeSummary
}

const sentences = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(' ')
const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
const mine = (places: string) => places.replace(/^your /, '')

function history({ age, summary }: Facts): string {
  const who = age === null ? 'Patient' : `${age}-year-old`
  const where = summary.places ? ` with pain at the ${mine(summary.places)}` : ''
  const since = summary.since ? `, since ${summary.since}` : ''
  const began = summary.began ? ` Began: ${lower(summary.began)}.` : ''
  const numbers = [
    summary.painNow === null ? null : `now ${summary.painNow}`,
    summary.painAverage === null ? null : `average ${summary.painAverage}`,
    summary.painWorst === null ? null : `worst ${summary.painWorst}`,
  ].filter(Boolean)
  return sentences([
    `${who}${where}${since}.${began}`,
    numbers.length > 0 ? `Pain ${numbers.join(', ')} of 10.` : null,
    summary.worse ? `Worse: ${lower(summary.worse)}.` : null,
    summary.better ? `Better: ${lower(summary.better)}.` : null,
    summary.peg === null ? null : `PEG ${summary.peg.toFixed(1)} of 10.`,
    summary.tried ? `Tried: ${summary.tried}.` : null,
  ])
}

function medicines({ sentOn, summary }: Facts): string {
  const { asked, raised } = summary.safety
  const flags =
    raised.length === 0
      ? `Safety questions: ${asked} asked on ${sentOn}, none raised an alarm.`
      : `Safety questions on ${sentOn}: ${raised.map((one) => `${one.label} ${one.answer}`).join('; ')}.`
  return sentences([
    summary.medicines ? `Takes: ${summary.medicines.replaceAll('\n', ', ')}.` : null,
    ...summary.cautions.map((caution) => `${caution.words}.`),
    flags,
  ])
}

/**
 * Text the software writes from the patient's own answers before anyone has typed: history, medicines and safety. Never an
 * assessment, a plan or words for the patient; a triage label is not copied.
 */
export function draftNote(facts: Facts): NoteBody {
  return { ...emptyNote, history: history(facts), medicines: medicines(facts) }
}
