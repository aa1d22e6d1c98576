/** Every released version of the questionnaire, oldest first. The last one is asked from now on; the others stay for intakes that began with them. */
export const versions = ['1.0.0', '1.1.0', '1.2.0'] as const
export type Version = (typeof versions)[number]

export const currentVersion: Version = '1.2.0'

export function isVersion(text: string): text is Version {
  return versions.some((version) => version === text)
}

type Lasting = { readonly since?: Version; readonly until?: Version }

/** Whether something is part of this version: from `since` on, and before `until`. Without either it always was. */
export function isPartOf({ since, until }: Lasting, version: Version): boolean {
  const at = versions.indexOf(version)
  return at >= versions.indexOf(since ?? '1.0.0') && (until === undefined || at < versions.indexOf(until))
}
