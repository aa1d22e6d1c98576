import { join } from 'node:path'
import { openDataDir } from './data-dir'
import { forgetStarted } from './leftovers'
import { givenMedia, type Media, startLivekit } from './livekit-server'
import { demandFreePorts, portsFrom } from './ports'
import { type RunningDatabase, startPostgres, useDatabase } from './postgres'
import { runTool, typescript } from './run-tool'
import { step } from './say'
import { secretsOf } from './secrets'
import { buildWeb } from './web-build'
import { startWebServer, type WebServer } from './web-server'
import { isEmpty } from './who-is-there'

export type PortalOptions = {
  mode: 'demo' | 'test'
  /** Reload pages and server as their files change, instead of building them. */
  live: boolean
  port: number
  dataDir: string
  env: NodeJS.ProcessEnv
  signal: AbortSignal
}

export type Portal = {
  origin: string
  databaseUrl: string
  media: Media | null
  /** Settles with what ended when a part that the portal cannot do without ends by itself. */
  broken: Promise<string>
  /** Ends everything that was started: web server first, database last. */
  stop: () => Promise<void>
}

type Parts = { database?: RunningDatabase; media?: Media | null; web?: WebServer; release?: () => void }

async function stopParts(parts: Parts, dataDir: string): Promise<void> {
  await parts.web?.stop()
  await parts.media?.stop()
  await parts.database?.stop()
  if (!parts.release) return
  forgetStarted(dataDir)
  parts.release()
}

async function prepareDatabase(options: PortalOptions, database: RunningDatabase): Promise<void> {
  const { dataDir, signal, mode } = options
  const env = { ...options.env, DATABASE_URL: database.url, ILIUM_MODE: mode }
  const run = (title: string, file: string, minutes: number) =>
    step(title, () =>
      runTool(title, process.execPath, typescript(join('scripts', file)), {
        env,
        log: join(dataDir, `${file.replace('.ts', '')}.log`),
        minutes,
        signal,
      }),
    )
  await run('Bringing the database to the newest schema', 'migrate.ts', 10)
  if (await isEmpty(database.url)) await run('Filling the empty database with the demo clinic', 'seed.ts', 10)
}

/**
 * Starts a whole portal on this machine: database, video server and web server. When one part fails or `signal` aborts, what
 * was started so far is stopped before the failure is thrown.
 */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { dataDir, env, live, mode, port } = options
  const ports = portsFrom(port)
  const origin = env['ORIGIN'] || `http://127.0.0.1:${port}`
  const databaseUrl = env['DATABASE_URL']
  const given = givenMedia(env)
  const failed = new AbortController()
  const signal = AbortSignal.any([options.signal, failed.signal])
  const parts: Parts = {}

  const startDatabase = async () => {
    parts.database = await step(databaseUrl ? 'Reaching the database' : 'Starting the database', () =>
      databaseUrl ? useDatabase(databaseUrl) : startPostgres({ dataDir, port: ports.postgres, signal }),
    )
    await prepareDatabase({ ...options, signal }, parts.database)
  }
  const startMedia = async () => {
    parts.media = given ?? (await startLivekit({ dataDir, ports, signal }))
  }
  const started = async (work: Promise<void>) => {
    try {
      await work
    } catch (error) {
      failed.abort()
      throw error
    }
  }

  try {
    parts.release = await openDataDir(dataDir, origin)
    await demandFreePorts(ports, [
      'web',
      ...(databaseUrl ? [] : ['postgres' as const]),
      ...(given ? [] : ['livekit' as const]),
    ])
    const work = [startDatabase(), startMedia(), ...(live ? [] : [buildWeb(dataDir, signal)])].map(started)
    const outcomes = await Promise.allSettled(work)
    const why = outcomes.find((outcome) => outcome.status === 'rejected' && outcome.reason?.name !== 'AbortError')
    if (why?.status === 'rejected') throw why.reason
    options.signal.throwIfAborted()

    const { database, media } = parts
    if (!database) throw new Error('The database did not start, and nobody said why.')
    const web = await step('Starting the portal', () =>
      startWebServer({
        env: {
          ...env,
          NODE_ENV: live ? 'development' : 'production',
          ILIUM_MODE: mode,
          ...(live ? { ILIUM_DEV: '1' } : {}),
          PORT: String(port),
          ORIGIN: origin,
          DATABASE_URL: database.url,
          SESSION_SECRET: env['SESSION_SECRET'] || secretsOf(dataDir).sessionSecret,
          ...(media
            ? { LIVEKIT_URL: media.url, LIVEKIT_API_KEY: media.apiKey, LIVEKIT_API_SECRET: media.apiSecret }
            : {}),
        },
        port,
        origin,
        watch: live,
        log: live ? null : join(dataDir, 'portal.log'),
        dataDir,
        signal,
      }),
    )
    parts.web = web
    const broken = Promise.race([
      web.ended.then((how) => `The portal ${how}.${live ? '' : ` See ${join(dataDir, 'portal.log')}.`}`),
      database.ended.then((how) => `The database ${how}. See ${join(dataDir, 'postgres.log')}.`),
    ])
    return { origin, databaseUrl: database.url, media: media ?? null, broken, stop: () => stopParts(parts, dataDir) }
  } catch (error) {
    await stopParts(parts, dataDir)
    throw error
  }
}
