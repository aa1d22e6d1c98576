import { dataDirFrom } from './data-dir'
import { loadEnv } from './load-env'
import { reportFailure } from './plain-failure'
import { startPortal } from './portal'
import { portNumber } from './ports'
import { say } from './say'
import { stopSignal, whenAborted } from './stop-signal'

/** Runs the demo portal until it is told to stop (exit code 0) or a part of it fails (exit code 1). */
export async function runPortal(live: boolean): Promise<never> {
  const signal = stopSignal()
  try {
    loadEnv()
    const env = process.env
    const portal = await startPortal({
      mode: 'demo',
      live,
      port: portNumber(env['PORT'], 3000),
      dataDir: dataDirFrom(env['DATA_DIR']),
      env,
      signal,
    })
    say(`Ready: ${portal.origin}`)
    const failure = await Promise.race([whenAborted(signal).then(() => null), portal.broken])
    say(failure === null ? '\nStopping …' : `\n${failure} Stopping the rest …`)
    await portal.stop()
    say('Stopped.')
    process.exit(failure === null ? 0 : 1)
  } catch (error) {
    if (!signal.aborted) process.exit(reportFailure(error))
    say('Stopped.')
    process.exit(0)
  }
}
