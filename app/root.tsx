import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { homeOf } from '~/domain/people/return-path'
import { rootContext } from '~/server/root-context.server'
import { SkipLink } from '~/ui/skip-link'
import { BrokenPage } from '~/ui/broken-page'
import { NoPage } from '~/ui/no-page'
import { DemoRibbon } from '~/ui/demo-ribbon'
import { useNonce } from '~/ui/nonce'
import stylesheet from '~/ui/styles/app.css?url'
import { useRootData } from '~/ui/root-data'
import type { RootData } from '~/ui/root-data'
import { useMode } from '~/ui/use-mode'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.clinic.name ?? 'Care portal' }]

export async function loader(args: LoaderFunctionArgs) {
  const { clinic, mode, role, liveAfter, reference } = await rootContext(args)
  return {
    clinic: { name: clinic.name, phone: clinic.phone, timeZone: clinic.timeZone },
    mode,
    home: role && homeOf[role],
    liveAfter,
    reference,
  } satisfies RootData
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const mode = useMode()
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <Links />
      </head>
      <body>
        <SkipLink />
        {mode === 'production' ? null : <DemoRibbon />}
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const home = useRootData()?.home ?? null
  return isRouteErrorResponse(error) && error.status < 500 ? <NoPage home={home} /> : <BrokenPage home={home} />
}
