import { monthName } from '../time/calendar-names'

/** A birth date as it is read out: "July 9, 1968" for `1968-07-09`. */
export function sayBirthDate(bornOn: string): string {
  const [year, month, day] = bornOn.split('-')
  return `${monthName(Number(month))} ${Number(day)}, ${year}`
}
