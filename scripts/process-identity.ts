import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Boot and start time of a process on Linux; null when it is gone or only waits to be reaped. */
function linuxIdentity(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
}

/**
 * What tells one process from a later one with the same number: its start. Null when no such process runs.
 */
export function processIdentity(pid: number): string | null {
  try {
    if (process.platform === 'linux') return linuxIdentity(pid)
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

export type ProcessRecord = { pid: number; identity: string }

/** Whether the very process that was recorded still runs. */
export function isRunning(record: ProcessRecord): boolean {
  return processIdentity(record.pid) === record.identity
}

/** The record of a process that runs now; null when it has already ended. */
export function recordOf(pid: number): ProcessRecord | null {
  const identity = processIdentity(pid)
  return identity === null ? null : { pid, identity }
}
