/** LIKE patterns for every word of a name, in any order, lower case: "olga n" finds "Olga Newcombe". */
export function namePattern(name: string): string[] {
  const words = name.toLowerCase().trim().split(/\s+/).filter(Boolean)
  return words.map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
}

/** The digits of a phone number without the country's 1; empty when there are none. */
export function phoneDigits(phone: string): string {
  return phone.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
}
