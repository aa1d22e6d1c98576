import type { Role } from '~/domain/people/actor'

/** Nobody in the demo clinic exists. */
export type Member = {
  key: string
  role: Role
  name: string
  bornOn?: string
  sex?: 'female' | 'male'
  state?: string
  title?: string
  licences?: string[]
}

export const staff = [
  { key: 'nora', role: 'provider', name: 'Dr. Nora Exemplar', title: 'MD', licences: ['MN', 'WI'] },
  { key: 'finn', role: 'provider', name: 'Dr. Finn Mockley', title: 'DO', licences: ['MN', 'ND'] },
  { key: 'ada', role: 'provider', name: 'Dr. Ada Protoman', title: 'MD', licences: ['MN', 'WI', 'IA'] },
  { key: 'robin', role: 'scheduler', name: 'Robin Standin' },
  { key: 'tess', role: 'scheduler', name: 'Tess Decoy' },
  { key: 'alex', role: 'admin', name: 'Alex Placeholm' },
] as const satisfies readonly Member[]

export type StaffKey = (typeof staff)[number]['key']
