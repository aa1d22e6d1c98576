type Settings = Readonly<Record<string, string | undefined>>

const placeholder = /change.?me|replace|example|default|password|your.?secret|^secret$|^devkey$/i
const shortest = { secretCharacters: 32, differentCharacters: 10 }

/** What is wrong with a secret, or null: it must be long and look random, and be no value printed in some manual. */
function weakness(secret: string): string | null {
  if (placeholder.test(secret)) return 'is a value from an example'
  if (secret.length < shortest.secretCharacters) return `must have at least ${shortest.secretCharacters} characters`
  return new Set(secret).size < shortest.differentCharacters ? 'must be random' : null
}

const isAddress = (text: string, protocols: readonly string[]) => protocols.includes(URL.parse(text)?.protocol ?? '')

/** One check per setting that production cannot do without: null when it is good, else what is wrong with it. */
const checks: Readonly<Record<string, (value: string) => string | null>> = {
  DATABASE_URL: (value) => (isAddress(value, ['postgres:', 'postgresql:']) ? null : 'must be a postgres:// address'),
  SESSION_SECRET: weakness,
  ORIGIN: (value) => (isAddress(value, ['https:']) ? null : 'must be the https:// address that people type'),
  LIVEKIT_URL: (value) => (isAddress(value, ['wss:']) ? null : 'must be a wss:// address'),
  LIVEKIT_API_KEY: (value) => (placeholder.test(value) ? 'is a value from an example' : null),
  LIVEKIT_API_SECRET: weakness,
  SMTP_URL: (value) => (isAddress(value, ['smtp:', 'smtps:']) ? null : 'must be an smtp:// or smtps:// address'),
  MAIL_FROM: (value) => (/^[^\s@]+@[^\s@]+$|<[^\s@]+@[^\s@]+>$/.test(value) ? null : 'must be an e-mail address'),
}

/** Everything that keeps the portal from production with these settings, one sentence each. Never quotes a value. */
export function productionProblems(settings: Settings): string[] {
  return Object.entries(checks).flatMap(([name, check]) => {
    const value = settings[name]?.trim()
    if (!value) return [`${name} is not set.`]
    const problem = check(value)
    return problem === null ? [] : [`${name} ${problem}.`]
  })
}
