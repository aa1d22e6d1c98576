import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { openDatabase } from '@db/client'
import { examples } from '~/domain/intake/examples'
import type { QuestionKey } from '~/domain/intake/instrument'
import { wasRefused } from '~/domain/refusal'
import type { Context } from '~/features/context'
import { readDraft } from '~/features/intake/read-draft.server'
import { saveAnswers } from '~/features/intake/save-answers.server'
import { submitIntake } from '~/features/intake/submit-intake.server'

/** Answers all other questions of a person's draft as an example does, and sends it, by the verbs the pages call. */
export async function sendRest(email: string, origin: string): Promise<void> {
  const url = process.env['DATABASE_URL']
  if (!url) throw new Error('DATABASE_URL is not set')
  const owner = postgres(url, { max: 1 })
  const [person] = await owner<{ id: string }[]>`select id from people where email = ${email}`
  await owner.end()
  if (!person) throw new Error('Nobody has this address')
  const database = openDatabase(url, { connections: 1 })
  try {
    const context: Context = {
      actor: { id: person.id, role: 'patient' },
      now: new Date(),
      requestId: randomUUID(),
      clinic: { name: 'Clinic', phone: '952-555-0100', timeZone: 'America/Chicago', origin },
      database,
      media: null,
    }
    const { draft } = await readDraft(context)
    if (!draft) throw new Error('No questions are open')
    const answers = (Object.entries(examples.rightSided.answers) as [QuestionKey, never][]).map(([key, value]) => ({
      key,
      value,
      base: draft.stored.get(key)?.version ?? 0,
    }))
    await saveAnswers(context, { intakeId: draft.id, answers })
    const sent = await submitIntake(context, { intakeId: draft.id })
    if (wasRefused(sent)) throw new Error(`${sent.refused}: ${JSON.stringify(sent)}`)
  } finally {
    await database.close()
  }
}
