import { createServer } from 'node:http'
import { createMedia } from '~/adapters/livekit.server'
import { demoTraces } from '@db/demo-traces'
import { builtFront } from './built-front'
import { createApp } from './create-app'
import { devFront } from './dev-front'
import { drainOnSignal } from './drain'
import { readEnv, UnusableSettings } from './env'
import { createLog } from './log'
import { openServices } from './services'

/** Starts the portal: settings, database, pages, jobs; stops them in the opposite order. */
async function main(): Promise<void> {
  const env = readEnv(process.env)
  const log = createLog(env.LOG_LEVEL)
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = env
  const media = url && apiKey && apiSecret ? createMedia({ url, apiKey, apiSecret }) : null
  const services = openServices(env, log, media)
  if (env.ILIUM_MODE === 'production') {
    const traces = await demoTraces(services.database)
    if (traces.length > 0) throw new UnusableSettings(traces)
  }
  const server = createServer()
  const front = env.ILIUM_DEV === '1' ? await devFront(server) : await builtFront()
  const drain = drainOnSignal(server, services)
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
  process.exitCode = 1
  if (error instanceof UnusableSettings) process.stderr.write(`${error.message}\n`)
  else throw error
}
