import { ageOn } from '~/domain/people/age-on'
import { dayOf } from '~/domain/time/day-of'

/** "Marla Sampleton, 67" on this clinic day; without a date of birth the name alone. */
export function sayPerson(person: { name: string; bornOn: string | null }, now: Date, zone: string): string {
  return person.bornOn ? `${person.name}, ${ageOn(person.bornOn, dayOf(now, zone))}` : person.name
}

/** "Marla" */
export function firstName(name: string): string {
  return name.replace(/^Dr\.? /, '').split(' ')[0] ?? name
}

/** "Mar 3, 1959" from `YYYY-MM-DD`. */
export function sayBirthday(bornOn: string): string {
  const day = new Date(`${bornOn}T12:00:00Z`)
  return new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' }).format(
    day,
  )
}

/** "NE" for "Dr. Nora Exemplar, MD". */
export function initialsOf(name: string): string {
  const words = name
    .replace(/^Dr\.? /, '')
    .replace(/,.*$/, '')
    .split(' ')
    .filter(Boolean)
  return `${words[0]?.charAt(0) ?? ''}${words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : ''}`.toUpperCase()
}
