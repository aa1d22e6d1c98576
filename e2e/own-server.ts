import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'

/** A web server of the portal that a test may kill, beside the one all tests share, on the same database. */
export type OwnServer = {
  readonly origin: string
  start: () => Promise<void>
  /** Ends it in the middle of whatever it does: no signal handler runs. */
  kill: () => Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('The machine gave no port')
  return address.port
}

/** Resolves when the server says that it listens; rejects with what it printed when it ends before that. */
async function listening({ stdout }: ChildProcess): Promise<void> {
  if (!stdout) throw new Error('The server prints nothing')
  const printed: string[] = []
  for await (const line of createInterface(stdout)) {
    printed.push(line)
    if (line.includes('"listening"')) {
      stdout.resume()
      return
    }
  }
  throw new Error(`The server ended: ${printed.join(' ')}`)
}

/** Prepares one on a free port; needs `DATABASE_URL` and the built pages, as the browser tests have them. */
export async function ownServer(): Promise<OwnServer> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    ILIUM_MODE: 'test',
    HOST: '127.0.0.1',
    PORT: String(port),
    ORIGIN: origin,
    WORKER: '0',
    LOG_LEVEL: 'info',
    SESSION_SECRET: 'only for the browser tests, only for the browser tests',
  }
  let child: ChildProcess | null = null
  return {
    origin,
    async start() {
      const started = spawn(process.execPath, ['--import', 'tsx', 'app/server/main.ts'], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child = started
      await listening(started)
    },
    async kill() {
      const running = child
      child = null
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      const ended = once(running, 'exit')
      running.kill('SIGKILL')
      await ended
    },
  }
}
