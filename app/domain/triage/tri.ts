/** Three-valued truth: "not sure" and unanswered are unknown, never no. */
export type Tri = 'yes' | 'no' | 'unknown'

export function all(...facts: readonly Tri[]): Tri {
  if (facts.includes('no')) return 'no'
  return facts.includes('unknown') ? 'unknown' : 'yes'
}

export function any(...facts: readonly Tri[]): Tri {
  if (facts.includes('yes')) return 'yes'
  return facts.includes('unknown') ? 'unknown' : 'no'
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
