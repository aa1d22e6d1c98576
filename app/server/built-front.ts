import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import type { Response } from 'express'
import type { Front } from './create-app'
import { routePatterns } from './route-pattern'

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const keep = (value: string) => (response: Response) => void response.setHeader('Cache-Control', value)

/** The built portal: hashed assets are kept for a year, public files for an hour. */
export async function builtFront(): Promise<Front> {
  const file = folder('build/server/index.js')
  if (!existsSync(file)) throw new Error('The portal is not built: run `npm run build` first.')
  const build: ServerBuild = await import(pathToFileURL(file).href)
  return {
    build,
    patternOf: routePatterns(build.routes),
    files: [
      mount(
        '/assets',
        express.static(folder('build/client/assets'), {
          fallthrough: false,
          setHeaders: keep('public, max-age=31536000, immutable'),
        }),
      ),
      express.static(folder('build/client'), {
        index: false,
        redirect: false,
        setHeaders: keep('public, max-age=3600'),
      }),
    ],
  }
}

function mount(prefix: string, handler: express.RequestHandler): express.RequestHandler {
  return express.Router().use(prefix, handler)
}
