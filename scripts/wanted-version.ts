import { currentVersion, isVersion, type Version, versions } from '~/domain/intake/versions'

/** The version of the questionnaire that a command was asked for; says what there is, and ends, when it never was released. */
export function wantedVersion(text: string | undefined, usage: string): Version {
  if (text === undefined) return currentVersion
  if (isVersion(text)) return text
  console.error(`There is no version ${text}. Versions: ${versions.join(', ')}.\n${usage}`)
  process.exit(2)
}
