import { spawn } from 'node:child_process'
import { root } from './run-tool'
import { say } from './say'

/**
 * Runs a test program in this terminal. True when it ends by itself with exit code 0 within `minutes`; later it is ended
 * together with everything it started.
 */
export async function testToolPasses(
  command: string,
  args: readonly string[],
  options: { env: NodeJS.ProcessEnv; minutes: number; signal: AbortSignal },
): Promise<boolean> {
  const child = spawn(command, args, {
    cwd: root,
    env: options.env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  const end = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal)
    } catch {
      // Everything it started has ended.
    }
  }
  const late = setTimeout(() => {
    say(`  ✗ Not done after ${options.minutes} minutes: ended.`)
    end('SIGKILL')
  }, options.minutes * 60_000)
  const abort = () => end('SIGTERM')
  options.signal.addEventListener('abort', abort)
  try {
    return await new Promise<boolean>((resolve) => {
      child.once('error', (error) => {
        say(error.message)
        resolve(false)
      })
      child.once('exit', (code) => resolve(code === 0))
    })
  } finally {
    clearTimeout(late)
    options.signal.removeEventListener('abort', abort)
    end('SIGKILL')
  }
}
