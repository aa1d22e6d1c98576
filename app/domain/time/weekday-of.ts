/** ISO weekday of a plain day (`YYYY-MM-DD`): 1 Monday to 7 Sunday. */
export function weekdayOf(plainDay: string): number {
  return new Date(`${plainDay}T00:00:00Z`).getUTCDay() || 7
}
