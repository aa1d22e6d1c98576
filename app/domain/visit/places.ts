import { stateOptions } from '~/domain/intake/states'

/** Code of a place outside the United States: no provider holds a licence for it. */
export const abroad = 'ZZ'

/** Where a patient can be during a visit. */
export const places: readonly { value: string; label: string }[] = [
  ...stateOptions.filter((option) => option.value !== 'elsewhere'),
  { value: abroad, label: 'Outside the United States' },
]

/** The name of a state by its code: "Minnesota". */
export function placeName(code: string): string {
  return places.find((place) => place.value === code)?.label ?? code
}
