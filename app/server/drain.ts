import type { Server } from 'node:http'
import type { Services } from './services'

const patience = { milliseconds: 10_000 }

/**
 * On SIGTERM or SIGINT: accept nothing new, end live streams, finish what runs, stop the jobs, close the database, exit 0.
 * Requests that outlast ten seconds are cut.
 */
export function drainOnSignal(server: Server, services: Services, stopJobs: () => Promise<void> = async () => {}) {
  let draining = false
  const drain = async () => {
    if (draining) return
    draining = true
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
    services.live.close()
    server.closeIdleConnections()
    const cut = setTimeout(() => server.closeAllConnections(), patience.milliseconds)
    await Promise.all([closed, stopJobs()])
    clearTimeout(cut)
    await services.database.close()
    services.log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', () => void drain())
  process.on('SIGINT', () => void drain())
  return { isDraining: () => draining }
}
