import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { tailOf } from './child'
import { PlainFailure } from './plain-failure'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The arguments that run one of these TypeScript files, or any of the portal's, on this Node. */
export const typescript = (file: string, ...args: string[]) => ['--import', 'tsx', file, ...args]

/**
 * Runs a program to its end, its output kept in `log`. Throws a plain failure with the last lines of it when the program
 * fails or does not end within `minutes`.
 */
export async function runTool(
  title: string,
  command: string,
  args: readonly string[],
  options: { log: string; env?: NodeJS.ProcessEnv; cwd?: string; minutes: number; signal: AbortSignal },
): Promise<void> {
  const log = openSync(options.log, 'w', 0o600)
  const late = AbortSignal.timeout(options.minutes * 60_000)
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: options.env ?? process.env,
    signal: AbortSignal.any([options.signal, late]),
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const outcome = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(code === 0 ? '' : (signal ?? `exit code ${code}`)))
  })
  if (outcome === '') return
  options.signal.throwIfAborted()
  const why = late.aborted ? `took longer than ${options.minutes} minutes` : `failed (${outcome})`
  throw new PlainFailure(
    `${title} ${why}. The last lines it printed, all of them in ${options.log}:\n\n${tailOf(options.log, 30)}`,
  )
}
