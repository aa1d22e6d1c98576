import { intakeJsonSchema } from '~/domain/intake/intake-json-schema'

process.stdout.write(`${JSON.stringify(intakeJsonSchema(), null, 2)}\n`)
