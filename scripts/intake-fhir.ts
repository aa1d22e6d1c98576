import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { canonicalBase } from '~/domain/fhir/canonical'
import { fhirQuestionnaire } from '~/domain/fhir/questionnaire'
import { fhirResponse } from '~/domain/fhir/response'
import { type Answers, type Instrument, instrumentOf } from '~/domain/intake/instrument'
import { intakeIssues } from '~/domain/intake/intake-issues'
import { wantedVersion } from './wanted-version'

const usage = `Use: npm run -s intake:fhir -- [FILE|-] [--version VERSION] [--base URL] [--authored INSTANT]
Without FILE: the questionnaire as a FHIR R4 Questionnaire. With FILE, or - for standard input, one intake as a JSON
object: a QuestionnaireResponse. --base is where canonical addresses begin; --authored is when the answers were sent.`

function refuse(problems: readonly string[]): never {
  for (const problem of problems) console.error(problem)
  process.exit(2)
}

function wishes() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { version: { type: 'string' }, base: { type: 'string' }, authored: { type: 'string' } },
    })
    if (positionals.length > 1) refuse([usage])
    return { ...values, file: positionals[0] }
  } catch (error) {
    return refuse([error instanceof Error ? error.message : String(error), usage])
  }
}

function readAnswers(file: string, which: Instrument): Answers {
  try {
    const input: unknown = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, ''))
    const issues = intakeIssues(input, which)
    if (issues.length > 0) refuse(issues.map(({ path, message }) => `${path.join('.') || 'intake'}: ${message}`))
    return input as Answers
  } catch (error) {
    return refuse([error instanceof Error ? error.message : String(error)])
  }
}

function instant(text: string | undefined): string {
  const at = text === undefined ? new Date() : new Date(text)
  if (Number.isNaN(at.getTime())) refuse(['--authored: write an instant like 2026-11-22T10:42:00-06:00'])
  return text ?? at.toISOString()
}

const { file, version, base = canonicalBase, authored } = wishes()
const which = instrumentOf(wantedVersion(version, usage))
const resource =
  file === undefined
    ? fhirQuestionnaire(which, { base })
    : fhirResponse({ answers: readAnswers(file, which), which, base, authored: instant(authored) })
process.stdout.on('error', () => process.exit(0))
process.stdout.write(`${JSON.stringify(resource, null, 2)}\n`)
