import { freeTogether } from '~/domain/schedule/free-together'
import { openSpans } from '~/domain/schedule/open-spans'
import type { Span } from '~/domain/schedule/span'
import { compare } from './rounds'
import type { Line } from './rounds'

const zone = 'America/Chicago'
const minute = 60_000
const day = 24 * 60 * minute
const from = new Date('2026-11-23T06:00:00Z')
const until = new Date(from.getTime() + 30 * day)
const length = { minutes: 30 }
const step = { minutes: 15 }
const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '17:00' }))

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

type Provider = { id: string; open: Span[]; busy: Span[] }

function clinic(): Provider[] {
  const next = numbers(7)
  return Array.from({ length: 10 }, (_, index) => ({
    id: `provider-${index}`,
    open: openSpans(hours, zone, from, until),
    busy: Array.from({ length: 120 }, () => {
      const start = from.getTime() + Math.floor((next() * 30 * day) / (15 * minute)) * 15 * minute
      return { from: new Date(start), to: new Date(start + 30 * minute) }
    }),
  }))
}

const sweep = (providers: readonly Provider[]) =>
  providers.map(({ id, open, busy }) =>
    freeTogether({
      open,
      needs: [{ anyOf: [{ id, busy }] }],
      from,
      until,
      now: from,
      leadMinutes: 0,
      lengthMinutes: length.minutes,
      stepMinutes: step.minutes,
    }).map((slot) => slot.from.getTime()),
  )

/** What one writes first: every quarter of an hour of every day, against every hour and every appointment. */
const naive = (providers: readonly Provider[]) =>
  providers.map(({ open, busy }) => {
    const found: number[] = []
    for (let start = new Date(from); start < until; start = new Date(start.getTime() + step.minutes * minute)) {
      const end = new Date(start.getTime() + length.minutes * minute)
      const isOpen = open.some((span) => span.from <= start && end <= span.to)
      const isFree = !busy.some((span) => span.from < end && start < span.to)
      if (isOpen && isFree) found.push(start.getTime())
    }
    return found
  })

/** Free slots of ten providers over thirty days: the portal's sorted sweep against a loop over dates. */
export function slotSearch(): Promise<Line[]> {
  const providers = clinic()
  if (JSON.stringify(sweep(providers)) !== JSON.stringify(naive(providers)))
    throw new Error('The two searches do not find the same slots: there is nothing to compare.')
  return compare([
    { name: 'sorted sweep', run: () => sweep(providers) },
    { name: 'loop over dates', run: () => naive(providers) },
  ])
}
