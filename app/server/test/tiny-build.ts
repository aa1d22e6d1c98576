import type { ServerBuild } from '@remix-run/node'

type Handlers = { loader?: () => unknown; action?: () => unknown }

/** A portal of two resource routes, `/thing` and the webhook, for tests of what stands before the framework. */
export function tinyBuild(thing: Handlers): ServerBuild {
  const route = (id: string, module: Handlers, rest: { path?: string; parentId?: string }) => ({
    id,
    ...rest,
    module: { default: undefined, ...module } as never,
  })
  return {
    entry: {
      module: {
        default: (_request: Request, status: number) => new Response('page', { status }),
        handleError: () => {},
      } as never,
    },
    routes: {
      root: route('root', { loader: () => new Response('root') }, { path: '' }),
      thing: route('thing', thing, { path: 'thing', parentId: 'root' }),
      webhook: route('webhook', thing, { path: 'webhooks/livekit', parentId: 'root' }),
    },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: '',
    basename: '/',
    isSpaMode: false,
    mode: 'production',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_routeConfig: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: false,
      unstable_optimizeDeps: false,
    },
  } as ServerBuild
}
