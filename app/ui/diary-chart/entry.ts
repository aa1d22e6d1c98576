/** When a number belongs: hours after the injection on the first day, or the day after it, the injection being day 1. */
export type At = { hours: number } | { day: number }

/** One entry of the diary; `moving` is the number during the activity, `late` means recalled after its time. */
export type DiaryEntry = { at: At; now: number | null; moving?: number | null; late?: boolean }

/** A named stretch of time, shaded. */
export type DiaryWindow = { from: At; to: At; name: string; note?: string; tone: 'accent' | 'good' }

/** A named, dashed line at a value, over a stretch of time. */
export type DiaryThreshold = {
  value: number
  name: string
  from: At
  to: At
  /** The name stands at the floor of the window, where the line itself would be crowded. */
  floor?: boolean
}
