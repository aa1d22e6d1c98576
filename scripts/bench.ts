import { randomUUID } from 'node:crypto'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditedWrite } from '../bench/audited-write'
import type { Line } from '../bench/rounds'
import { sameRules } from '../bench/same-rules'
import { slotSearch } from '../bench/slot-search'
import { triageOfOne } from '../bench/triage-of-one'
import { connect } from './database-settings'
import { loadEnv } from './load-env'
import { PlainFailure, reportFailure } from './plain-failure'
import { portsFrom, takenPort } from './ports'
import { startPostgres } from './postgres'
import { say, step } from './say'
import { stopSignal, whenAborted } from './stop-signal'

const signal = stopSignal()

/** The work, or a failure as soon as somebody stops it. */
function unlessStopped<T>(work: Promise<T>): Promise<T> {
  const stopped = whenAborted(signal).then(() => Promise.reject(new PlainFailure('Stopped.')))
  return Promise.race([work, stopped])
}

function print(title: string, lines: readonly Line[]): void {
  const cells = lines.map((line) => [
    line.name,
    line.microseconds.toFixed(line.microseconds < 100 ? 2 : 0),
    `${line.ratio.toFixed(2)}×`,
    `${line.low.toFixed(2)} to ${line.high.toFixed(2)}`,
  ])
  const rows = [['', 'µs a call', 'ratio', 'nine rounds of ten'], ...cells]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  say(`\n${title}`)
  for (const row of rows)
    say(
      `  ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('   ')}`,
    )
}

/** Runs the work on an empty database: one of its own on `DATABASE_URL`'s server, else an embedded server of its own. */
async function onEmptyDatabase(work: (url: string) => Promise<Line[]>): Promise<Line[]> {
  const given = process.env['DATABASE_URL']
  if (given) {
    const name = `ilium_bench_${randomUUID().slice(0, 8)}`
    const sql = connect(given)
    try {
      await sql`create database ${sql(name)}`
      const url = new URL(given)
      url.pathname = `/${name}`
      return await unlessStopped(work(url.toString()))
    } finally {
      await sql`drop database if exists ${sql(name)} with (force)`
      await sql.end({ timeout: 1 })
    }
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'ilium-bench-'))
  let port = 3950
  while (await takenPort(portsFrom(port), ['postgres'])) port += 1
  const database = await step('Starting a database', () =>
    startPostgres({ dataDir, port: portsFrom(port).postgres, signal }),
  )
  try {
    return await unlessStopped(work(await database.createDatabase('ilium_bench')))
  } finally {
    await database.stop()
    rmSync(realpathSync(join(dataDir, 'postgres')), { recursive: true, force: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  loadEnv()
  print('Free slots of 10 providers over 30 days', await unlessStopped(slotSearch()))
  print('Triage of one intake', await unlessStopped(triageOfOne()))
  print('The same rules in two engines', await unlessStopped(sameRules()))
  const lines = await onEmptyDatabase(auditedWrite).catch((error: unknown) => {
    signal.throwIfAborted()
    say('\nOne change of a record: not measured, because no database can be used here.')
    reportFailure(error)
    return null
  })
  if (lines) print('One change of a record', lines)
  say('\nbench/README.md says how to read this.')
}

try {
  await main()
  process.exit(0)
} catch (error) {
  process.exit(signal.aborted ? 130 : reportFailure(error))
}
