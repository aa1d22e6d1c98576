import type { Express } from 'express'
import { isReady } from '@db/is-ready'
import type { Services } from './services'

/** `/healthz`: the process lives. `/readyz`: it can serve; the media server is reported and not required. */
export function mountHealth(app: Express, services: Services, isDraining: () => boolean): void {
  app.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  app.get('/readyz', async (_request, response) => {
    const database = await isReady(services.database).catch(() => ({ database: false, migrations: false }))
    const ready = database.database && database.migrations && !isDraining()
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({
        status: ready ? 'ready' : 'not ready',
        ...database,
        media: await mediaState(services),
        draining: isDraining(),
      })
  })
}

async function mediaState(services: Services): Promise<'none' | 'ok' | 'unreachable'> {
  if (!services.media) return 'none'
  try {
    const url = services.media.url.replace(/^ws/, 'http')
    const answer = await fetch(url, { signal: AbortSignal.timeout(1500) })
    return answer.ok ? 'ok' : 'unreachable'
  } catch {
    return 'unreachable'
  }
}
