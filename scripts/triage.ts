import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { impossibleDates } from '~/domain/intake/intake-problems'
import { type Answers, instrument, instrumentOf } from '~/domain/intake/instrument'
import { intakeIssues } from '~/domain/intake/intake-issues'
import { dayRange } from '~/domain/intake/partial-date'
import { examTestNames } from '~/domain/triage/exam-test-names'
import { triage } from '~/domain/triage/triage'
import { triageContextSchema } from '~/domain/triage/triage-context-schema'
import type { TriageContext } from '~/domain/triage/triage-result'

const usage = `Use: npm run -s triage -- FILE|- [--as-of YYYY-MM-DD] [--context FILE]
FILE or standard input holds one intake as a JSON object, or an array of them (see npm run -s intake:schema).
One triage result per line comes out. --as-of is the day of asking; without it, today in the clinic's zone.
--context names a JSON object with what is known beside the answers, for every intake: asOf, age, sex, patientState,
clinicState, postProcedure, exam, corrected, instrumentVersion. An exam is {"findings": [{"test", "side": left|right|both|none,
"result": positive|negative|not_possible|unsafe, "mode": in_person|video, "attested": true|false}]}; its tests are called
${examTestNames.join(', ')}.`

const clinicZone = process.env['CLINIC_TIME_ZONE'] ?? 'America/Chicago'

type Checked = { readonly answers: Answers[] } | { readonly problems: string[] }

function refuseInput(problems: readonly string[]): never {
  for (const problem of problems) console.error(problem)
  process.exit(2)
}

function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: clinicZone, dateStyle: 'short' }).format(new Date())
}

function readInput(): { text: string; asOf: string | undefined; context: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'as-of': { type: 'string' }, context: { type: 'string' } },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) refuseInput([usage])
    const asOf = values['as-of']
    if (asOf !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || !dayRange(asOf)))
      refuseInput([`--as-of: write a day as YYYY-MM-DD`])
    const context = values.context === undefined ? undefined : readFileSync(values.context, 'utf8')
    return { text: readFileSync(file === '-' ? 0 : file, 'utf8'), asOf, context }
  } catch (error) {
    return refuseInput([error instanceof Error ? error.message : String(error), usage])
  }
}

/** What is known beside the answers. The day of asking is that of --as-of, else of the file, else today. */
function contextOf(text: string | undefined, asOf: string | undefined): TriageContext {
  const given: unknown = text === undefined ? {} : parse(text, '--context: ')
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refuseInput(['--context: one JSON object'])
  const own = 'asOf' in given ? given.asOf : undefined
  if (asOf !== undefined && own !== undefined && own !== asOf)
    return refuseInput([`--context: asOf is ${String(own)}, and --as-of says ${asOf}`])
  const read = triageContextSchema.safeParse({ asOf: asOf ?? today(), ...given })
  if (read.success) return read.data
  return refuseInput(read.error.issues.flatMap((issue) => contextProblems(issue)))
}

function contextProblems({ code, path, message, ...more }: z.core.$ZodIssue): string[] {
  const at = ['context', ...path.map((part) => (typeof part === 'symbol' ? String(part) : part))]
  const unknown = code === 'unrecognized_keys' && 'keys' in more ? (more.keys as string[]) : []
  if (unknown.length > 0) return unknown.map((key) => `--context ${pathWords([...at, key])}: Unknown key`)
  return [`--context ${pathWords(at)}: ${message}`]
}

function parse(text: string, where = ''): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refuseInput([`${where}This is not JSON: ${error instanceof Error ? error.message : String(error)}`])
  }
}

function pathWords(path: readonly (string | number)[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${part}`)).join('')
}

function check(input: unknown, { asOf, instrumentVersion }: TriageContext): Checked {
  const which = instrumentVersion === undefined ? instrument : instrumentOf(instrumentVersion)
  const many = Array.isArray(input)
  const answers: Answers[] = []
  const problems: string[] = []
  for (const [index, each] of (many ? input : [input]).entries()) {
    const where = many ? `[${index}] ` : ''
    const issues = intakeIssues(each, which)
    problems.push(...issues.map(({ path, message }) => `${where}${pathWords(path) || 'intake'}: ${message}`))
    if (issues.length > 0) continue
    const intake = each as Answers
    problems.push(...impossibleDates(intake, asOf, which).map(({ key, message }) => `${where}${key}: ${message}`))
    answers.push(intake)
  }
  return problems.length > 0 ? { problems } : { answers }
}

const input = readInput()
const context = contextOf(input.context, input.asOf)
const checked = check(parse(input.text), context)
if ('problems' in checked) refuseInput(checked.problems)
const lines = checked.answers.map((answers) => `${JSON.stringify(triage(answers, context))}\n`)
process.stdout.on('error', () => process.exit(0))
process.stdout.write(lines.join(''))
