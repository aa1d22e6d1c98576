const hour = 60
const day = 24 * hour

const count = (amount: number, one: string, many: string) => `${amount} ${amount === 1 ? one : many}`

/**
 * A length in words, from minutes: "13 min", "1 hour", "2 h 5 min", "2 days". Rounded down to the minute, from two days
 * on to the day. A negative length is said without its sign.
 */
export function sayLength(minutes: number): string {
  const whole = Math.floor(Math.abs(minutes))
  if (whole < hour) return `${whole} min`
  if (whole < 2 * day) {
    const [hours, rest] = [Math.floor(whole / hour), whole % hour]
    return rest === 0 ? count(hours, 'hour', 'hours') : `${hours} h ${rest} min`
  }
  return count(Math.floor(whole / day), 'day', 'days')
}
