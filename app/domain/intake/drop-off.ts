import { few, shyCount, shySum } from './shy-count'
import type { ShyCount } from './shy-count'

/** What the clinic counts about one question. Counts of intakes; never an answer. */
export type PaceRow = {
  readonly questionKey: string
  readonly shown: number
  readonly answered: number
  /** Stopped here: the first open question of the last page they saw. */
  readonly left: number
  readonly medianSeconds: number | null
}

export type PaceWhole = {
  readonly begun: number
  readonly sent: number
  readonly left: number
  /** Sent by people who answered by themselves: their time is known. */
  readonly timed: number
  readonly medianMinutes: number | null
  readonly slowMinutes: number | null
}

type Asked = { readonly key: string; readonly label: string; readonly required: boolean; readonly part: number }

export type QuestionPace = {
  readonly key: string
  readonly label: string
  readonly required: boolean
  readonly shown: ShyCount
  readonly answered: ShyCount
  readonly left: ShyCount
  readonly medianSeconds: number | null
}

type PartPace = {
  readonly title: string
  /** Were shown at least one question of the part. */
  readonly reached: ShyCount
  readonly left: ShyCount
  readonly questions: readonly QuestionPace[]
}

export type DropOff =
  | { readonly kind: 'none' }
  | { readonly kind: 'few' }
  | {
      readonly kind: 'told'
      readonly begun: ShyCount
      readonly sent: ShyCount
      readonly left: ShyCount
      readonly minutes: { readonly median: number; readonly slow: number } | null
      readonly parts: readonly PartPace[]
    }

type Case = {
  readonly whole: PaceWhole
  readonly rows: readonly PaceRow[]
  /** Every question of the version, in its order. */
  readonly asked: readonly Asked[]
  readonly partTitles: readonly string[]
}

/**
 * Where people leave, part by part and question by question, without anybody who could be recognised: one to four people
 * read "under 5", and where people left is told only once five have.
 */
export function dropOff({ whole, rows, asked, partTitles }: Case): DropOff {
  if (whole.begun === 0) return { kind: 'none' }
  if (whole.begun < few) return { kind: 'few' }
  const byKey = new Map(rows.map((row) => [row.questionKey, row]))
  const rowOf = (key: string): PaceRow =>
    byKey.get(key) ?? { questionKey: key, shown: 0, answered: 0, left: 0, medianSeconds: null }
  const isTold = whole.left === 0 || whole.left >= few
  const left = (counts: readonly number[]): ShyCount => (isTold ? shySum(counts) : 'few')
  const question = ({ key, label, required }: Asked): QuestionPace => {
    const row = rowOf(key)
    return {
      key,
      label,
      required,
      shown: shyCount(row.shown, whole.begun),
      answered: shyCount(row.answered, row.shown, whole.begun),
      left: left([row.left]),
      medianSeconds: row.answered >= few ? row.medianSeconds : null,
    }
  }
  const parts = partTitles.flatMap((title, index) => {
    const inPart = asked.filter(({ part }) => part === index + 1)
    if (inPart.length === 0) return []
    const counted = inPart.map(({ key }) => rowOf(key))
    return {
      title,
      reached: shyCount(Math.max(...counted.map(({ shown }) => shown)), whole.begun),
      left: left(counted.map((row) => row.left)),
      questions: inPart.map(question),
    }
  })
  const { timed, medianMinutes, slowMinutes } = whole
  const isTimed = timed >= few && medianMinutes !== null && slowMinutes !== null
  return {
    kind: 'told',
    begun: shyCount(whole.begun),
    sent: shyCount(whole.sent, whole.begun),
    left: left(asked.map(({ key }) => rowOf(key).left)),
    minutes: isTimed ? { median: medianMinutes, slow: slowMinutes } : null,
    parts,
  }
}
