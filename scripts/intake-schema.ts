import { intakeJsonSchema } from '~/domain/intake/intake-json-schema'

process.stdout.on('error', () => process.exit(0))
process.stdout.write(`${JSON.stringify(intakeJsonSchema(), null, 2)}\n`)
