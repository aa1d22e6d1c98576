const titled = /^(Dr|Prof)\.?\s+/

/** A clinician in one sentence: "Dr. Exemplar" for "Dr. Nora Exemplar", the whole name when there is no title. */
export function sayProvider(name: string): string {
  const last = name.trim().split(/\s+/).at(-1)
  return titled.test(name) && last ? `Dr. ${last}` : name
}

/** The name a person is called by: "Marla" for "Marla Sampleton". */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}

/** At most two letters for a picture that is off: "NE". */
export function initials(name: string): string {
  const words = name.replace(titled, '').trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? '').join('')
}
