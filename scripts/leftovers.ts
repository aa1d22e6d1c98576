import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isRunning, type ProcessRecord } from './process-identity'
import { say } from './say'

type Started = ProcessRecord & { name: string; signal: NodeJS.Signals }

const listOf = (dataDir: string) => join(dataDir, 'running.json')

function read(dataDir: string): Started[] {
  try {
    return JSON.parse(readFileSync(listOf(dataDir), 'utf8')) as Started[]
  } catch {
    return []
  }
}

/** Writes down a program that was started for this data directory, so that the next start can end it if this one cannot. */
export function noteStarted(dataDir: string, name: string, record: ProcessRecord | null, signal: NodeJS.Signals): void {
  if (!record) return
  const others = read(dataDir).filter((entry) => entry.name !== name)
  writeFileSync(listOf(dataDir), JSON.stringify([...others, { ...record, name, signal }]), { mode: 0o600 })
}

/** Forgets the programs written down: all of them have ended. */
export function forgetStarted(dataDir: string): void {
  rmSync(listOf(dataDir), { force: true })
}

const patience = { polls: 300, milliseconds: 100 }

async function end(entry: Started): Promise<void> {
  process.kill(entry.pid, entry.signal)
  for (let poll = 0; poll < patience.polls && isRunning(entry); poll += 1) await wait(patience.milliseconds)
  if (isRunning(entry)) process.kill(entry.pid, entry.signal === 'SIGINT' ? 'SIGQUIT' : 'SIGKILL')
  for (let poll = 0; poll < patience.polls && isRunning(entry); poll += 1) await wait(patience.milliseconds)
}

/**
 * Ends, in the order portal, video server, database, whatever an earlier run that was killed has left running on this data
 * directory. The caller holds the directory's lock.
 */
export async function endLeftovers(dataDir: string): Promise<void> {
  if (!existsSync(listOf(dataDir))) return
  const order = ['portal', 'livekit', 'postgres']
  const left = read(dataDir)
    .filter(isRunning)
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  for (const entry of left) {
    say(`  Ending ${entry.name} (process ${entry.pid}), left over from a run that was killed.`)
    await end(entry)
  }
  forgetStarted(dataDir)
}
