import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { inLanguage } from '~/domain/intake/in-language'
import { instrumentOf } from '~/domain/intake/instrument'
import { instrumentTexts } from '~/domain/intake/instrument-texts'
import { wantedVersion } from './wanted-version'

const usage = `Use: npm run -s intake:texts -- [--version VERSION] [--check FILE]
Prints every text of the questionnaire by its translation key, in English. With --check, FILE is a JSON object of the same
keys in another language: prints which are missing and which are not known, and ends with 1 when there are any.`

function wishes() {
  try {
    return parseArgs({ options: { version: { type: 'string' }, check: { type: 'string' } } }).values
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    console.error(usage)
    process.exit(2)
  }
}

const { version, check } = wishes()
const which = instrumentOf(wantedVersion(version, usage))
process.stdout.on('error', () => process.exit(0))
if (check === undefined) process.stdout.write(`${JSON.stringify(instrumentTexts(which), null, 2)}\n`)
else {
  const texts = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(check, 'utf8')))
  const { missing, unknown } = inLanguage(which, { language: 'und', texts })
  for (const key of missing) process.stdout.write(`missing ${key}\n`)
  for (const key of unknown) process.stdout.write(`unknown ${key}\n`)
  if (missing.length + unknown.length > 0) process.exitCode = 1
}
