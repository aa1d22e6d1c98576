import { sql } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import { dropOff } from '~/domain/intake/drop-off'
import type { DropOff } from '~/domain/intake/drop-off'
import { estimatedMinutes } from '~/domain/intake/estimated-minutes'
import { examples } from '~/domain/intake/examples'
import { instrumentOf } from '~/domain/intake/instrument'
import { sections } from '~/domain/intake/sections'
import type { Version } from '~/domain/intake/versions'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'

const idleHours = 24

type Row = { question_key: string; shown: string; answered: string; left_here: string; median_seconds: number | null }
type Whole = {
  begun: string
  sent: string
  stopped: string
  timed: string
  median_minutes: number | null
  slow_minutes: number | null
}

/** Where people leave the questions of one version, and how long the whole takes an ordinary person by our estimate. Counts only. */
export function readDropOff(
  context: Context,
  { version }: { version: Version },
): Promise<{ dropOff: DropOff; estimated: number }> {
  const instrument = instrumentOf(version)
  const asked = instrument.questions.map(({ key, label, required, section }) => ({
    key,
    label,
    required,
    part: sections[section].part,
  }))
  const usual = examples.usual.answers
  const { birthDate, sexAtBirth, stateOfResidence } = usual
  const idleBefore = new Date(context.now.getTime() - idleHours * 3_600_000).toISOString()
  const keys = sql.join(
    asked.map(({ key }) => sql`${key}::text`),
    sql`, `,
  )
  return transact(context, async (tx) => {
    const rows = await tx.execute<Row>(
      sql`select * from app.intake_drop_off(${version}, array[${keys}], ${idleBefore}::timestamptz)`,
    )
    const [whole] = await tx.execute<Whole>(sql`select * from app.intake_pace(${version}, ${idleBefore}::timestamptz)`)
    await recordAudit(tx, context, { did: 'intake.read-drop-off', thing: 'instrument', fields: [`v${version}`] })
    if (!whole) throw new Error('A sum over no rows is one row')
    return {
      estimated: estimatedMinutes(usual, { which: instrument, known: { birthDate, sexAtBirth, stateOfResidence } }),
      dropOff: dropOff({
        asked,
        partTitles: instrument.parts,
        rows: rows.map((row) => ({
          questionKey: row.question_key,
          shown: Number(row.shown),
          answered: Number(row.answered),
          left: Number(row.left_here),
          medianSeconds: row.median_seconds,
        })),
        whole: {
          begun: Number(whole.begun),
          sent: Number(whole.sent),
          left: Number(whole.stopped),
          timed: Number(whole.timed),
          medianMinutes: whole.median_minutes,
          slowMinutes: whole.slow_minutes,
        },
      }),
    }
  })
}
