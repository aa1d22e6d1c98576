import type { Actor } from '~/domain/people/actor'
import type { TestDatabase } from './database'

type Who = Pick<Actor, 'id'> & { role: Actor['role'] | 'app' }

/**
 * What this actor sees of the rows of one person in a table: `all` columns, some columns by name, `none` of the rows, or
 * `denied`. `where` picks the person's rows; it is read past every policy, so that a hidden column cannot hide a row.
 */
export async function sight(
  database: TestDatabase,
  who: Who,
  table: string,
  ids: { column: string; values: string[] },
): Promise<string> {
  const columns = await database.owner<{ name: string; readable: boolean }[]>`
    select column_name as name, has_column_privilege(${`ilium_${who.role}`}, ${table}, column_name, 'select') as readable
    from information_schema.columns where table_schema = 'public' and table_name = ${table} order by ordinal_position`
  const readable = columns.filter((column) => column.readable).map((column) => column.name)
  if (readable.length === 0) return 'denied'
  const seen = await database.app.pool.begin(async (sql) => {
    await sql.unsafe(`set local role ilium_${who.role}`)
    await sql`select set_config('app.actor', ${who.id}, true)`
    return sql.unsafe(`select ${readable.map((name) => `"${name}"::text`).join(', ')} from "${table}"`)
  })
  const wanted = await database.owner.unsafe(
    `select ${readable.map((name) => `"${name}"::text`).join(', ')} from "${table}" where "${ids.column}"::text = any($1)`,
    [ids.values],
  )
  const there = new Set(wanted.map((row) => JSON.stringify(row)))
  const found = seen.filter((row) => there.has(JSON.stringify(row)))
  if (wanted.length === 0) throw new Error(`${table} holds nothing of this person: the question proves nothing`)
  if (found.length === 0) return 'none'
  return readable.length === columns.length ? 'all' : readable.join(' ')
}
