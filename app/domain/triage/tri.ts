/** Three-valued truth: "not sure" and unanswered are unknown, never no. */
export type Tri = 'yes' | 'no' | 'unknown'

/** Reads parts until one is no. */
export function allOf<Part>(parts: readonly Part[], read: (part: Part) => Tri): Tri {
  let sum: Tri = 'yes'
  for (const part of parts) {
    const fact = read(part)
    if (fact === 'no') return 'no'
    if (fact === 'unknown') sum = 'unknown'
  }
  return sum
}

/** Reads parts until one is yes. */
export function anyOf<Part>(parts: readonly Part[], read: (part: Part) => Tri): Tri {
  let sum: Tri = 'no'
  for (const part of parts) {
    const fact = read(part)
    if (fact === 'yes') return 'yes'
    if (fact === 'unknown') sum = 'unknown'
  }
  return sum
}

export function not(fact: Tri): Tri {
  if (fact === 'unknown') return 'unknown'
  return fact === 'yes' ? 'no' : 'yes'
}

/** Yes when so many are sure; unknown when the unsure ones could make up the number. */
export function atLeast(count: number, ...facts: readonly Tri[]): Tri {
  const sure = facts.filter((fact) => fact === 'yes').length
  if (sure >= count) return 'yes'
  const possible = facts.filter((fact) => fact !== 'no').length
  return possible >= count ? 'unknown' : 'no'
}

export function truth(fact: boolean): Tri {
  return fact ? 'yes' : 'no'
}
