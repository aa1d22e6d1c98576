import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { installBackgroundFetch } from './ui/background-fetch'
import { forgiveAborts } from './ui/forgive-aborts'
import { installSteadyFetch } from './ui/steady-fetch'

installSteadyFetch()
forgiveAborts()
installBackgroundFetch()

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})
