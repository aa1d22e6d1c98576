const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const count = (amount: number, one: string) => `${amount} ${one}${amount === 1 ? '' : 's'}`

/**
 * When something began and how long that is, from a year, a month or a day: "Mar 2026, 8 months", "2019, about 7 years",
 * "Nov 3, 2026, 2 weeks". `asOf` is a plain day, `YYYY-MM-DD`.
 */
export function sinceWords(since: string, asOf: string): string {
  const [year = '', month, day] = since.split('-')
  if (month === undefined) return `${year}, about ${count(Number(asOf.slice(0, 4)) - Number(year), 'year')}`
  const name = months[Number(month) - 1] ?? ''
  const start = day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`
  const whole = (Number(asOf.slice(0, 4)) - Number(year)) * 12 + Number(asOf.slice(5, 7)) - Number(month)
  const passed = day !== undefined && asOf.slice(8) < day ? whole - 1 : whole
  if (passed >= 24) return `${start}, ${count(Math.floor(passed / 12), 'year')}`
  if (passed >= 1) return `${start}, ${count(passed, 'month')}`
  if (day === undefined) return `${start}, less than a month`
  const days = Math.round((Date.parse(`${asOf}T00:00:00Z`) - Date.parse(`${since}T00:00:00Z`)) / 86_400_000)
  return `${start}, ${days < 14 ? count(days, 'day') : count(Math.floor(days / 7), 'week')}`
}
