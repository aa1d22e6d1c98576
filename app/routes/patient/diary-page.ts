import { isRegionId } from '~/domain/intake/region-of'
import type { RegionId } from '~/domain/intake/body-map-regions'
import { averageSlots } from '~/domain/outcome/diary-wish'
import { dayOfSlot } from '~/domain/outcome/diary-timing'
import { slotLabel, slotWords } from '~/domain/outcome/slot-words'
import { sayProvider } from '~/domain/people/say-names'
import { daysBetween } from '~/domain/time/days-between'
import { sayDate } from '~/domain/time/say-date'
import { sayTime } from '~/domain/time/say-time'
import { sayWhen } from '~/domain/time/say-when'
import type { readDiary } from '~/features/diary/read-diary.server'
import type { Refusal } from '~/domain/refusal'

type Diary = Exclude<Awaited<ReturnType<typeof readDiary>>, Refusal>
type Slot = Diary['slots'][number]
type Place = { zone: string; clinicZone: string; now: Date }

/** Marks of the body map as they were answered; anything else is left out. */
function marksOf(value: unknown): { region: RegionId; strength?: number }[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((mark: { region?: unknown; strength?: unknown }) =>
    typeof mark.region === 'string' && isRegionId(mark.region)
      ? [{ region: mark.region, strength: typeof mark.strength === 'number' ? mark.strength : undefined }]
      : [],
  )
}

function formOf(slot: Slot, diary: Diary, { zone, now }: Place) {
  const day = dayOfSlot(slot.slot)
  const ofDay = diary.slots.filter((one) => (dayOfSlot(one.slot) === undefined) === (day === undefined))
  return {
    slot: slot.slot,
    title: slotWords(slot.slot),
    day: sayDate(slot.dueAt, zone),
    time: sayTime(now, zone),
    side: diary.procedure.side,
    asNow: slot.state === 'now',
    askAverage: averageSlots.includes(slot.slot),
    place: ofDay.indexOf(slot) + 1,
    places: ofDay.length,
    segments: ofDay.map((one) => (one.entry ? 'on' : one === slot ? 'now' : undefined)),
    marks: marksOf(diary.marks),
  }
}

export type DiaryFormWords = ReturnType<typeof formOf>

function rowOf(slot: Slot, zone: string) {
  const day = dayOfSlot(slot.slot)
  return {
    key: slot.slot,
    label: slotLabel(slot.slot),
    day: day === undefined ? null : sayDate(slot.dueAt, zone),
    at: day === undefined ? { hours: hoursOf(slot.slot) } : day === 1 ? { hours: 24 } : { day },
    now: slot.entry?.painNow ?? null,
    moving: slot.entry?.painDuringActivity ?? null,
    late: slot.entry?.late ?? false,
    state: slot.state,
  }
}

const hoursOf = (slot: string) => (slot === 'm30' ? 0.5 : Number(slot.slice(1)))

/** The diary as the page shows it: the form of the slot that is due or was asked for, else everything written so far. */
export function diaryPage(diary: Diary, place: Place, search: URLSearchParams) {
  const { zone, clinicZone, now } = place
  const { slots, procedure, followUp } = diary
  const asked = slots.find((one) => one.slot === search.get('slot') && (one.state === 'now' || one.state === 'addable'))
  const due = search.has('all') ? undefined : slots.find((one) => one.state === 'now')
  const chosen = asked ?? due
  const next = slots.find((one) => one.state === 'later')
  const open = slots.find((one) => one.state === 'now')
  return {
    form: chosen ? formOf(chosen, diary, place) : null,
    said: search.get('said'),
    side: procedure.side,
    painBefore: procedure.painBefore,
    day: Math.min(14, Math.max(0, daysBetween(procedure.needleOutAt, now, clinicZone))),
    rows: slots.filter((one) => one.state !== 'later').map((one) => rowOf(one, zone)),
    open: open ? slotWords(open.slot) : null,
    next: next ? sayWhen(next.dueAt, zone) : null,
    addable: slots
      .filter((one) => one.state === 'addable')
      .map((one) => ({ slot: one.slot, words: `${slotLabel(one.slot)} · ${sayDate(one.dueAt, zone)}` })),
    together:
      followUp && !followUp.endedAt
        ? { who: sayProvider(followUp.providerName), when: sayDate(followUp.startsAt, zone) }
        : null,
  }
}

export type DiaryPage = ReturnType<typeof diaryPage>
