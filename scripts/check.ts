import { failingChecks } from './checks'
import { say } from './say'
import { stopSignal } from './stop-signal'

const failing = await failingChecks(stopSignal(), true)
say(failing.length === 0 ? '\nEverything is in order.' : `\nNot in order: ${failing.join(', ')}.`)
process.exit(failing.length === 0 ? 0 : 1)
