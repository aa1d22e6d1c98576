import { parseArgs } from 'node:util'
import { instrumentOf } from '~/domain/intake/instrument'
import { instrumentRecord } from '~/domain/intake/instrument-record'
import { wantedVersion } from './wanted-version'

const usage = `Use: npm run -s intake:record -- [--version VERSION]
Prints everything a version of the questions consists of. On release it is kept in app/domain/intake/released/.`

const { values } = parseArgs({ options: { version: { type: 'string' } } })
process.stdout.on('error', () => process.exit(0))
process.stdout.write(
  `${JSON.stringify(instrumentRecord(instrumentOf(wantedVersion(values.version, usage))), null, 2)}\n`,
)
