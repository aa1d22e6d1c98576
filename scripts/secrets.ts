import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainFailure } from './plain-failure'

const names = ['databasePassword', 'databaseAdminPassword', 'sessionSecret', 'livekitKey', 'livekitSecret'] as const

export type Secrets = Record<(typeof names)[number], string>

/**
 * The secrets of one data directory, generated the first time and kept in `secrets.json` there, readable by its owner only.
 */
export function secretsOf(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json')
  if (existsSync(path)) {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Partial<Secrets>
    if (names.every((name) => typeof kept[name] === 'string' && kept[name] !== '')) return kept as Secrets
    throw new PlainFailure(
      `${path} is not complete. Restore it from a copy, or move the folder ${dataDir} away to begin anew.`,
    )
  }
  const fresh = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('hex')])) as Secrets
  const secrets = { ...fresh, livekitKey: `ilium-${randomBytes(6).toString('hex')}` }
  writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
  return secrets
}
