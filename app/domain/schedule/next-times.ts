import type { OfferedTime } from './offered-times'

/** The nearest free times from a moment on, then, when there are too few, the ones just before it. Sorted. */
export function nextTimes(times: readonly OfferedTime[], from: Date, count: number): OfferedTime[] {
  const later = times.filter((time) => time.from >= from).slice(0, count)
  const missing = count - later.length
  const earlier = missing > 0 ? times.filter((time) => time.from < from).slice(-missing) : []
  return [...earlier, ...later]
}
