import type { Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { Front } from './create-app'
import { routePatterns } from './route-pattern'

/** The portal from its sources with hot reload. */
export async function devFront(server: Server): Promise<Front> {
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } } })
  const load = async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
  const first = await load()
  return { build: load, patternOf: routePatterns(first.routes), files: [vite.middlewares] }
}
