/** Options of the Remix Vite plugin; `vite.config.ts` imports them. @type {import('@remix-run/dev').VitePluginConfig} */
const options = {
  appDirectory: 'app',
  ignoredRouteFiles: ['**/*'],
  serverModuleFormat: 'esm',
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
}

export default options
