import { get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'
import { type Child, launch, tailOf } from './child'
import { noteStarted } from './leftovers'
import { PlainFailure } from './plain-failure'
import { root, typescript } from './run-tool'

const main = join('app', 'server', 'main.ts')
const patience = { seconds: 120 }

/** Status of GET /readyz, asked as the portal's own origin; null when nothing answers. */
function readiness(port: number, origin: string): Promise<number | null> {
  return new Promise((resolve) => {
    const headers = { host: new URL(origin).host }
    const request = get({ host: '127.0.0.1', port, path: '/readyz', headers, timeout: 3000 }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? null)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(null))
  })
}

type Options = {
  env: NodeJS.ProcessEnv
  port: number
  origin: string
  /** Restarts the server when its own code changes. */
  watch: boolean
  /** The file for what the server prints, or null for this terminal. */
  log: string | null
  /** The data directory that remembers the running server, or null when no later start may end it. */
  dataDir: string | null
  signal: AbortSignal
}

export type WebServer = { ended: Promise<string>; stop: () => Promise<void> }

/** Starts the portal's web server, jobs included, and waits until it is able to serve. */
export async function startWebServer(options: Options): Promise<WebServer> {
  const { env, port, origin, watch, log, dataDir, signal } = options
  const tsx = join(root, 'node_modules', '.bin', 'tsx')
  const server: Child = launch({
    command: process.execPath,
    args: watch ? [tsx, 'watch', '--clear-screen=false', main] : typescript(main),
    cwd: root,
    env,
    log: log ?? undefined,
  })
  if (dataDir !== null) noteStarted(dataDir, 'portal', server.record, 'SIGTERM')
  const stop = () => server.stop('SIGTERM', { milliseconds: 20_000 })
  const failure = (what: string) =>
    new PlainFailure(
      log === null ? `The portal ${what}.` : `The portal ${what}. The last lines of ${log}:\n\n${tailOf(log, 20)}`,
    )
  try {
    const until = Date.now() + patience.seconds * 1000
    while ((await readiness(port, origin)) !== 200) {
      if (server.hasEnded()) throw failure(await server.ended)
      if (Date.now() > until) throw failure(`was not ready after ${patience.seconds} seconds`)
      await wait(100, undefined, { signal })
    }
    return { ended: server.ended, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
