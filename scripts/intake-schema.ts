import { parseArgs } from 'node:util'
import { instrumentOf } from '~/domain/intake/instrument'
import { intakeJsonSchema } from '~/domain/intake/intake-json-schema'
import { wantedVersion } from './wanted-version'

const usage = `Use: npm run -s intake:schema -- [--version VERSION]
Prints the JSON Schema of a complete intake, of the current version unless another one is named.`

const { values } = parseArgs({ options: { version: { type: 'string' } } })
process.stdout.on('error', () => process.exit(0))
process.stdout.write(
  `${JSON.stringify(intakeJsonSchema(instrumentOf(wantedVersion(values.version, usage))), null, 2)}\n`,
)
