const minute = 60_000

/** How old something is, in one unit: "34 min", "5 h", "1 day". Milliseconds in, rounded down. */
export function ageWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minute))
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h`
  const days = Math.floor(hours / 24)
  return `${days} ${days === 1 ? 'day' : 'days'}`
}
