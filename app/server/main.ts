import { createServer } from 'node:http'
import { createMedia } from '~/adapters/livekit.server'
import { createMailer } from '~/adapters/mail.server'
import { demoTraces } from '@db/demo-traces'
import { startWorker } from '~/jobs/worker'
import { builtFront } from './built-front'
import { createApp } from './create-app'
import { devFront } from './dev-front'
import { drainOnSignal } from './drain'
import { readEnv, UnusableSettings } from './env'
import type { Env } from './env'
import { createLog } from './log'
import type { Logger } from './log'
import { openServices } from './services'
import type { Services } from './services'

async function refuseDemoInProduction(env: Env, services: Services): Promise<void> {
  if (env.ILIUM_MODE !== 'production') return
  const traces = await demoTraces(services.database)
  if (traces.length > 0) throw new UnusableSettings(traces)
}

function jobs(env: Env, services: Services): Promise<() => Promise<void>> {
  if (env.WORKER === '0') return Promise.resolve(async () => {})
  const mailer = env.SMTP_URL && env.MAIL_FROM ? createMailer({ url: env.SMTP_URL, from: env.MAIL_FROM }) : null
  return startWorker(services, env.DATABASE_URL, mailer)
}

/** A fault nobody caught ends the process; the log gets its place, never its words. */
function endOnFault(log: Logger): void {
  const end = (error: unknown) => {
    log.fatal({ err: error }, 'a fault nobody caught')
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}

/** Starts the portal: settings, database, pages, jobs; stops them in the opposite order. */
async function main(): Promise<void> {
  const env = readEnv(process.env)
  const log = createLog(env.LOG_LEVEL)
  endOnFault(log)
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = env
  const media = url && apiKey && apiSecret ? createMedia({ url, apiKey, apiSecret }) : null
  const services = openServices(env, log, media)
  await refuseDemoInProduction(env, services)
  const server = createServer()
  const front = env.ILIUM_DEV === '1' ? await devFront(server) : await builtFront()
  const stopJobs = await jobs(env, services)
  const drain = drainOnSignal(server, services, stopJobs)
  server.on('request', createApp(env, services, front, drain.isDraining))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.PORT, env.HOST, resolve)
  })
  log.info({ port: env.PORT, mode: env.ILIUM_MODE }, 'listening')
}

try {
  await main()
} catch (error) {
  if (error instanceof UnusableSettings) process.stderr.write(`${error.message}\n`)
  else
    process.stderr.write(
      `The portal does not start: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}\n`,
    )
  process.exit(1)
}
