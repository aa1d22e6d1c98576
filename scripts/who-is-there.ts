import { connect } from './database-settings'

/** Whether the migrated database holds nobody yet: only then may the demo clinic be put into it. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  const sql = connect(databaseUrl)
  try {
    const [row] = await sql<{ people: boolean }[]>`select exists (select 1 from people) as people`
    return row?.people === false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Whether the database holds demo accounts, whose passwords everyone knows. */
export async function hasDemoAccounts(databaseUrl: string): Promise<boolean> {
  const sql = connect(databaseUrl)
  try {
    const [table] = await sql<{ there: boolean }[]>`select to_regclass('public.people') is not null as there`
    if (!table?.there) return false
    const [row] = await sql<{ demo: boolean }[]>`select exists (select 1 from people where demo) as demo`
    return row?.demo === true
  } finally {
    await sql.end({ timeout: 1 })
  }
}
