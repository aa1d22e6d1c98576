import postgres from 'postgres'
import type { Answers } from '~/domain/intake/instrument'

async function withDatabase<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const url = process.env['DATABASE_URL']
  if (!url) throw new Error('DATABASE_URL is not set')
  const sql = postgres(url, { max: 1 })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

/** Ways in which a session ends without the person doing anything on this page. */
export const sessionEnds = {
  'its row is deleted': (email: string) =>
    withDatabase((sql) => sql`delete from sessions where person_id = (select id from people where email = ${email})`),
  'it was idle too long': (email: string) =>
    withDatabase(
      (sql) => sql`update sessions set last_seen_at = last_seen_at - interval '1 day'
        where person_id = (select id from people where email = ${email})`,
    ),
  'it is ended from elsewhere': (email: string) =>
    withDatabase(
      (sql) => sql`update sessions set ended_at = clock_timestamp()
        where person_id = (select id from people where email = ${email})`,
    ),
} as const

/** Lets a code of the second lock count once more, so that no test waits for the next half minute. */
export async function forgetCodes(email: string): Promise<void> {
  await withDatabase(
    (sql) => sql`update credentials set totp_last_step = null
      where person_id = (select id from people where email = ${email})`,
  )
}

/** What the database holds of a person's open questions, or of those they have sent, by question key. */
export function storedAnswersOf(email: string, which: 'open' | 'sent' = 'open'): Promise<Answers> {
  return withDatabase(async (sql) => {
    const rows = await sql<{ key: string; value: unknown }[]>`
      select a.question_key as key, a.value from intake_answers a join intakes i on i.id = a.intake_id
      where (i.submitted_at is null) = ${which === 'open'} and i.patient_id = (select id from people where email = ${email})`
    return Object.fromEntries(rows.map(({ key, value }) => [key, value])) as Answers
  })
}

/** The person's open questions are sent, as from another device. */
export async function sendElsewhere(email: string): Promise<void> {
  await withDatabase(async (sql) => {
    await sql`update intakes set submitted_at = clock_timestamp(), side = 'right'
      where submitted_at is null and patient_id = (select id from people where email = ${email})`
    await sql`insert into live_events (topic, patient_id) select 'intake', id from people where email = ${email}`
  })
}
