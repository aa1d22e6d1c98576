/** How pressing a clock is: half the time gone is `soon`, three quarters is `pressing`. */
export type ClockPress = 'calm' | 'soon' | 'pressing' | 'late'

const minute = 60_000

/** A length of time in words: "38 min", "2 h 51", "3 days". Milliseconds in, rounded down to the minute. */
export function lengthInWords(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / minute)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 ? `${hours} h ${minutes % 60}` : `${hours} h`
  return `${Math.floor(hours / 24)} days`
}

/** Words and urgency of a deadline: amber under half of `totalMs`, red under a quarter, then late. */
export function clockWords(leftMs: number, totalMs: number): { words: string; press: ClockPress } {
  if (leftMs < 0) return { words: `${lengthInWords(leftMs)} late`, press: 'late' }
  const share = totalMs > 0 ? leftMs / totalMs : 1
  const press = share < 0.25 ? 'pressing' : share < 0.5 ? 'soon' : 'calm'
  return { words: `${lengthInWords(leftMs)} left`, press }
}
