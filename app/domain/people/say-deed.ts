const spaced = (word: string) => word.replaceAll(/[-_]/g, ' ')

/** An audit row's deed as people read it: "Visit: admit" for `visit.admit`. */
export function sayDeed(did: string): string {
  const [thing = did, verb] = did.split('.')
  const subject = spaced(thing)
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}${verb ? `: ${spaced(verb)}` : ''}`
}

/** Whether the deed was a refusal, such as a wrong password. */
export function wasDeedRefused(did: string): boolean {
  return /\.refuse/.test(did)
}
