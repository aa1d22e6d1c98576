import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { type ProcessRecord, recordOf } from './process-identity'

export type Launch = {
  command: string
  args: readonly string[]
  env?: NodeJS.ProcessEnv
  cwd?: string
  uid?: number
  gid?: number
  /** The file that receives what the program prints. Without it the program prints to this terminal. */
  log?: string
  /** Whether what the file already holds stays. */
  keepLog?: boolean
}

export type Child = {
  record: ProcessRecord | null
  /** Settles when the program has ended; never rejects. Says how it ended, or why it could not start. */
  ended: Promise<string>
  hasEnded: () => boolean
  /** Asks the program to end, and ends its whole process group by force after the deadline. */
  stop: (signal: NodeJS.Signals, deadline: { milliseconds: number }, force?: NodeJS.Signals) => Promise<void>
}

/** Starts a program in a process group of its own, so that Ctrl-C reaches only the process that looks after it. */
export function launch(options: Launch): Child {
  const log = options.log === undefined ? null : openSync(options.log, options.keepLog ? 'a' : 'w', 0o600)
  const output = log ?? 'inherit'
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    uid: options.uid,
    gid: options.gid,
    detached: true,
    stdio: ['ignore', output, output],
  })
  if (log !== null) closeSync(log)
  let over = false
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with exit code ${code}`))
  }).then((how) => {
    over = true
    return how
  })
  const send = (pid: number, signal: NodeJS.Signals) => {
    try {
      process.kill(pid, signal)
    } catch {
      // It has ended in the meantime.
    }
  }
  return {
    record: child.pid === undefined ? null : recordOf(child.pid),
    ended,
    hasEnded: () => over,
    async stop(signal, deadline, force = 'SIGKILL') {
      const { pid } = child
      if (over || pid === undefined) return
      const late = setTimeout(() => send(force === 'SIGKILL' ? -pid : pid, force), deadline.milliseconds)
      send(pid, signal)
      await ended
      clearTimeout(late)
    },
  }
}

/** The last lines of a log file, for a message about a program that would not start. */
export function tailOf(log: string, lines: number): string {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')
  } catch {
    return ''
  }
}
