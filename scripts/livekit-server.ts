import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Child, launch, tailOf } from './child'
import { noteStarted } from './leftovers'
import { livekitConfig } from './livekit-config'
import { livekitProgram } from './livekit-program'
import { PlainFailure } from './plain-failure'
import type { Ports } from './ports'
import { say } from './say'
import { secretsOf } from './secrets'

export type Media = { url: string; apiKey: string; apiSecret: string; stop: () => Promise<void> }

const restarts = { most: 5, firstDelayMs: 1000, steadyAfterMs: 5 * 60_000 }
const patience = { milliseconds: 20_000 }

/** The LiveKit server that `LIVEKIT_URL` names, or null when it names none. A plain failure when its keys are missing. */
export function givenMedia(env: NodeJS.ProcessEnv): Media | null {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = env
  if (!url) return null
  if (apiKey && apiSecret) return { url, apiKey, apiSecret, stop: async () => {} }
  throw new PlainFailure(
    'LIVEKIT_URL is set, so LIVEKIT_API_KEY and LIVEKIT_API_SECRET of that server must be set too.',
  )
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2000) })).status === 200
  } catch {
    return false
  }
}

/** Its exit code says nothing (a start that fails ends with 0): only its answer counts. */
async function isReady(server: Child, port: number, signal: AbortSignal): Promise<boolean> {
  const until = Date.now() + patience.milliseconds
  while (!server.hasEnded() && Date.now() < until) {
    if (await answers(port)) return !server.hasEnded()
    await wait(100, undefined, { signal })
  }
  return false
}

function withoutVideo(reasons: readonly string[]): null {
  say(
    [
      '',
      'There is no video server, so visits offer the telephone instead of video. Everything else works.',
      'To have video, install Go 1.26 or newer (or put a livekit-server on PATH) and start again, or set LIVEKIT_URL,',
      'LIVEKIT_API_KEY and LIVEKIT_API_SECRET to a server of your own. What was tried:',
      ...reasons.map((reason) => `  - ${reason}`),
      '',
    ].join('\n'),
  )
  return null
}

/**
 * Starts our own LiveKit server on the loopback interface and keeps it running: one that dies is started again, with
 * growing pauses, five times at most in a row. Null, with the reason said, when there is no server to start.
 */
export async function startLivekit(options: {
  dataDir: string
  ports: Ports
  signal: AbortSignal
}): Promise<Media | null> {
  const { dataDir, ports, signal } = options
  const found = await livekitProgram(dataDir, signal)
  if ('reasons' in found) return withoutVideo(found.reasons)

  const { livekitKey: apiKey, livekitSecret: apiSecret } = secretsOf(dataDir)
  const config = join(dataDir, 'livekit.yaml')
  const log = join(dataDir, 'livekit.log')
  writeFileSync(config, livekitConfig(ports, { key: apiKey, secret: apiSecret }), { mode: 0o600 })
  const start = (keepLog: boolean) => {
    const server = launch({ command: found.program, args: ['--config', config], cwd: dataDir, log, keepLog })
    noteStarted(dataDir, 'livekit', server.record, 'SIGTERM')
    return server
  }

  let server = start(false)
  const stopping = new AbortController()
  const stop = async () => {
    stopping.abort()
    await server.stop('SIGTERM', { milliseconds: 5000 })
  }
  try {
    if (!(await isReady(server, ports.livekit, signal))) {
      await stop()
      return withoutVideo([`${found.program} did not start. The last lines of ${log}:\n${tailOf(log, 5)}`])
    }
  } catch (error) {
    await stop()
    throw error
  }

  const keepRunning = async () => {
    let failures = 0
    while (!stopping.signal.aborted) {
      const since = Date.now()
      const how = await server.ended
      if (stopping.signal.aborted) return
      failures = Date.now() - since > restarts.steadyAfterMs ? 1 : failures + 1
      if (failures > restarts.most) {
        say(`The video server keeps ending (${how}); it is not started again. Visits offer the telephone. See ${log}.`)
        return
      }
      const pause = restarts.firstDelayMs * 2 ** (failures - 1)
      say(`The video server ended unexpectedly (${how}); starting it again in ${pause / 1000} s.`)
      await wait(pause, undefined, { signal: stopping.signal })
      server = start(true)
    }
  }
  keepRunning().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error
  })
  return { url: `ws://127.0.0.1:${ports.livekit}`, apiKey, apiSecret, stop }
}
