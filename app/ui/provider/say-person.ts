import { ageOn } from '~/domain/people/age-on'
import { dayOf } from '~/domain/time/day-of'

/** "Marla Sampleton, 67" on this clinic day; without a date of birth the name alone. */
export function sayPerson(person: { name: string; bornOn: string | null }, now: Date, zone: string): string {
  return person.bornOn ? `${person.name}, ${ageOn(person.bornOn, dayOf(now, zone))}` : person.name
}

/** "67 · born Mar 3, 1959" on this clinic day; nothing without a date of birth. */
export function sayAge(bornOn: string | null, now: Date, zone: string): string | null {
  if (!bornOn) return null
  return `${ageOn(bornOn, dayOf(now, zone))} · ${sayBorn(bornOn)}`
}

/** "born Mar 3, 1959" */
export function sayBorn(bornOn: string): string {
  const words = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' })
  return `born ${words.format(new Date(`${bornOn}T12:00:00Z`))}`
}
