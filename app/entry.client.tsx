import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { installBackgroundFetch } from './ui/background-fetch'
import { forgiveAborts } from './ui/forgive-aborts'
import { installSteadyFetch } from './ui/steady-fetch'

installSteadyFetch()
forgiveAborts()
installBackgroundFetch()

/**
 * Remix reads the page's data in its first render and suspends meanwhile, outside every boundary: a tap in that moment is a
 * fault of React (#345). The first call only begins to read; after it nothing suspends.
 */
async function readData(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (reading) {
    await reading
  }
}

void readData().then(() => {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  })
})
