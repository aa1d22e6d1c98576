/** The plain day (`YYYY-MM-DD`) that lies `count` days later. */
export function addDays(plainDay: string, count: number): string {
  return new Date(Date.parse(`${plainDay}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}
