import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { impossibleDates } from '~/domain/intake/intake-problems'
import type { Answers } from '~/domain/intake/instrument'
import { intakeIssues } from '~/domain/intake/intake-issues'
import { dayRange } from '~/domain/intake/partial-date'
import { triage } from '~/domain/triage/triage'

const usage = `Use: npm run -s triage -- FILE|- [--as-of YYYY-MM-DD]
FILE or standard input holds one intake as a JSON object, or an array of them (see npm run -s intake:schema).
One triage result per line comes out. --as-of is the day of asking; without it, today in the clinic's zone.`

const clinicZone = process.env['CLINIC_TIME_ZONE'] ?? 'America/Chicago'

type Checked = { readonly answers: Answers[] } | { readonly problems: string[] }

function refuseInput(problems: readonly string[]): never {
  for (const problem of problems) console.error(problem)
  process.exit(2)
}

function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: clinicZone, dateStyle: 'short' }).format(new Date())
}

function readInput(): { text: string; asOf: string } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'as-of': { type: 'string' } } })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) refuseInput([usage])
    const asOf = values['as-of'] ?? today()
    if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || !dayRange(asOf)) refuseInput([`--as-of: write a day as YYYY-MM-DD`])
    return { text: readFileSync(file === '-' ? 0 : file, 'utf8'), asOf }
  } catch (error) {
    return refuseInput([error instanceof Error ? error.message : String(error), usage])
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refuseInput([`This is not JSON: ${error instanceof Error ? error.message : String(error)}`])
  }
}

function pathWords(path: readonly (string | number)[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${part}`)).join('')
}

function check(input: unknown, asOf: string): Checked {
  const many = Array.isArray(input)
  const answers: Answers[] = []
  const problems: string[] = []
  for (const [index, each] of (many ? input : [input]).entries()) {
    const where = many ? `[${index}] ` : ''
    const issues = intakeIssues(each)
    problems.push(...issues.map(({ path, message }) => `${where}${pathWords(path) || 'intake'}: ${message}`))
    if (issues.length > 0) continue
    const intake = each as Answers
    problems.push(...impossibleDates(intake, asOf).map(({ key, message }) => `${where}${key}: ${message}`))
    answers.push(intake)
  }
  return problems.length > 0 ? { problems } : { answers }
}

const { text, asOf } = readInput()
const checked = check(parse(text), asOf)
if ('problems' in checked) refuseInput(checked.problems)
const lines = checked.answers.map((answers) => `${JSON.stringify(triage(answers, { asOf }))}\n`)
process.stdout.on('error', () => process.exit(0))
process.stdout.write(lines.join(''))
