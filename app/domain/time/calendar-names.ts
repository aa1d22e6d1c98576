const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
/** The months in order, January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Name of an ISO weekday, 1 Monday to 7 Sunday. */
export function weekdayName(weekday: number): string {
  return weekdays[weekday - 1] ?? ''
}

/** Name of a month, 1 to 12. */
export function monthName(month: number): string {
  return monthNames[month - 1] ?? ''
}
