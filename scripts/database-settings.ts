import postgres from 'postgres'
import { PlainFailure } from './plain-failure'

const kept = ['fsync', 'synchronous_commit', 'full_page_writes'] as const

/** One connection for the few statements that these scripts run themselves. */
export const connect = (url: string) =>
  postgres(url, { max: 1, connect_timeout: 5, idle_timeout: 5, onnotice: () => {} })

/**
 * Throws unless the server keeps what it acknowledges whatever dies. Storage of some hosted servers makes
 * full_page_writes needless, so it is demanded of our own server only.
 */
export async function demandDurability(url: string, ownServer: boolean): Promise<void> {
  const sql = connect(url)
  try {
    const rows = await sql<{ name: string; setting: string }[]>`
      select name, setting from pg_settings where name in ${sql([...kept])} and setting = 'off'`
    const off = rows.map((row) => row.name).filter((name) => ownServer || name !== 'full_page_writes')
    if (off.length === 0) return
    throw new PlainFailure(
      `The database server runs with ${off.map((name) => `${name}=off`).join(' and ')}: it would lose what it has acknowledged ` +
        'when a process or the power dies. Turn it on and start again.',
    )
  } finally {
    await sql.end({ timeout: 1 })
  }
}
