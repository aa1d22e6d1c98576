import { failingChecks } from './checks'
import { reportFailure } from './plain-failure'
import { say } from './say'
import { stopSignal } from './stop-signal'

const signal = stopSignal()

try {
  const failing = await failingChecks(signal, true)
  say(failing.length === 0 ? '\nEverything is in order.' : `\nNot in order: ${failing.join(', ')}.`)
  process.exit(failing.length === 0 ? 0 : 1)
} catch (error) {
  if (signal.aborted) say('\nStopped.')
  process.exit(signal.aborted ? 130 : reportFailure(error))
}
