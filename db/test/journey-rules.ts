import type { Actor } from '~/domain/people/actor'
import { currentVersion } from '~/domain/intake/versions'
import { ruleSets } from '~/domain/triage/rule-sets'
import { readDropOff } from '~/features/intake/read-drop-off.server'
import { readRules } from '~/features/rules/read-rules.server'
import { readSignOff } from '~/features/rules/read-sign-off.server'
import { recordSignOff } from '~/features/rules/record-sign-off.server'
import { rerunRules } from '~/features/rules/rerun-rules.server'
import { testNow } from './context'
import type { Run } from './journey'

/** What an admin does with the rules and with where people leave. */
export async function rulesJourney(run: Run, admin: Actor) {
  const [now, before] = ruleSets
  if (!now || !before) throw new Error('There is nothing to compare')
  await run(rerunRules, admin, testNow, { from: before.version, to: now.version })
  const { hash } = await run(readRules, admin, testNow, { version: now.version })
  await run(recordSignOff, admin, testNow, { version: now.version, hash, name: 'Journey Physician', title: 'MD' })
  await run(readSignOff, admin, testNow)
  await run(readDropOff, admin, testNow, { version: currentVersion })
}
