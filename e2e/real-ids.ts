import postgres from 'postgres'

type RealIds = {
  visits: Record<string, string[]>
  items: string[]
  cases: string[]
  procedures: string[]
  intakes: string[]
  /** Asked by phone, and who was. */
  phoneIntakes: string[]
  callers: string[]
  someone: string
}

/** Ids of things in the demo clinic: visits by the short name of their patient or provider, and some of everything else. */
export async function realIds(names: string[]): Promise<RealIds> {
  const url = process.env['DATABASE_URL']
  if (!url) throw new Error('DATABASE_URL is not set')
  const database = postgres(url, { max: 1 })
  const ids = (rows: readonly { id?: string }[]) => rows.flatMap((row) => row.id ?? [])
  const visits: Record<string, string[]> = {}
  for (const name of names) {
    visits[name] = ids(
      await database`
        select v.id from visits v join people p on p.id in (v.patient_id, v.provider_id)
        where p.email = ${`${name}@demo.example`} order by (v.state in ('booked', 'waiting')) desc, v.starts_at limit 12`,
    )
  }
  const found = {
    visits,
    items: ids(await database`select id from urgent_items limit 3`),
    cases: ids(await database`select id from cases order by opened_at limit 3`),
    someone: ids(await database`select id from people where email = 'tess@demo.example'`)[0] ?? '',
    intakes: ids(await database`select id from intakes order by submitted_at is null desc, started_at limit 3`),
    phoneIntakes: ids(await database`select id from intakes where source = 'phone' and submitted_at is null limit 3`),
    callers: ids(await database`select patient_id as id from intakes where source = 'phone' limit 3`),
    procedures: ids(await database`select id from procedures where state = 'booked' order by starts_at limit 3`),
  }
  await database.end()
  return found
}
