import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import type { TriageResult } from '~/domain/triage/triage-result'

type Run = { readonly code: number; readonly out: string; readonly err: string }

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triage-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function run(script: 'triage' | 'intake-schema', args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', `scripts/${script}.ts`, ...args],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err }),
    )
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}

const day = ['--as-of', '2026-11-22']
const { answers } = examples.rightSided
const results = ({ out }: Run) =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TriageResult)

describe('npm run triage', { timeout: 60_000 }, () => {
  test('one object in, one line out', async () => {
    const done = await run('triage', ['-', ...day], JSON.stringify(answers))
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(results(done)).toMatchObject([
      { asOf: '2026-11-22', urgency: { tier: 'routine' }, actions: ['action:offer_consult_booking'] },
    ])
  })

  test('an array in, one line for each, in order; a file works as well as standard input', async () => {
    const all = Object.values(examples).map((example) => example.answers)
    const file = join(folder, 'many.json')
    await writeFile(file, `\uFEFF${JSON.stringify(all)}`)
    const done = await run('triage', [file, ...day])
    expect(done.code).toBe(0)
    expect(results(done).map((result) => result.urgency.tier)).toEqual([
      'routine',
      'routine',
      'routine',
      'emergency',
      'same_day',
      'emergency',
      'same_day',
      'routine',
      'expedited',
      'routine',
      'routine',
      'routine',
      'routine',
      'same_day',
    ])
  })

  test('any order of keys gives the same line', async () => {
    const turned = Object.fromEntries(Object.entries(answers).toReversed())
    const done = await run('triage', ['-', ...day], JSON.stringify([answers, turned]))
    const [one, other] = done.out.split('\n')
    expect(one).toBe(other)
  })

  test('many at once come out whole', async () => {
    const done = await run('triage', ['-', ...day], JSON.stringify(Array.from({ length: 300 }, () => answers)))
    expect(results(done)).toHaveLength(300)
  })

  test('without --as-of it is today', async () => {
    const done = await run('triage', ['-'], JSON.stringify(answers))
    expect(results(done)[0]?.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  test('a missing emergency item is named with its question, and nothing is printed, also for the good ones', async () => {
    const { saddleNumbness: _gone, ...rest } = answers
    const done = await run('triage', ['-', ...day], JSON.stringify([answers, rest]))
    expect(done).toEqual({
      code: 2,
      out: '',
      err: '[1] saddleNumbness: Required: Do you have new numbness where you sit or wipe?\n',
    })
  })

  test('every problem is told at once, with its field', async () => {
    const wrong = {
      ...answers,
      shoeSize: 43,
      fever: 'maybe',
      painNow: 11,
      painSide: 'left',
      painSince: '2027-01',
      painAreas: [{ region: 'si-right', strength: 12 }],
    }
    const done = await run('triage', ['-', ...day], JSON.stringify(wrong))
    expect(done).toMatchObject({ code: 2, out: '' })
    expect(
      done.err
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(':')[0]),
    ).toEqual(['fever', 'painAreas[0].strength', 'painNow', 'shoeSize', 'painSide'])
  })

  test('a date to come is refused for the day of asking', async () => {
    const done = await run('triage', ['-', ...day], JSON.stringify({ ...answers, painSince: '2027-01' }))
    expect(done).toEqual({ code: 2, out: '', err: 'painSince: This date is still to come\n' })
  })

  test.each([
    ['not JSON', ['-', ...day], '{', 'This is not JSON'],
    ['nothing', ['-', ...day], '', 'This is not JSON'],
    ['a text', ['-', ...day], '"hello"', 'intake: An intake is one JSON object'],
    ['a list of lists', ['-', ...day], '[[]]', '[0] intake: An intake is one JSON object'],
    ['no file named', [], '', 'Use: npm run -s triage'],
    ['a file that is not there', ['/no/such/file.json'], '', 'ENOENT'],
    ['an unknown option', ['-', '--fast'], '{}', 'Use: npm run -s triage'],
    ['a day that is none', ['-', '--as-of', '2026-02-30'], '{}', '--as-of'],
    ['a key every object has', ['-', ...day], '{"__proto__": {}, "constructor": 1}', 'constructor: Unknown key'],
  ])('%s: exit 2 and a message', async (_name, args, input, message) => {
    const done = await run('triage', args, input)
    expect(done).toMatchObject({ code: 2, out: '' })
    expect(done.err).toContain(message)
  })
})

describe('npm run triage --context', { timeout: 60_000 }, () => {
  async function withContext(context: unknown, args: readonly string[] = day) {
    const file = join(folder, `${randomUUID()}.json`)
    await writeFile(file, typeof context === 'string' ? context : JSON.stringify(context))
    return run('triage', ['-', ...args, '--context', file], JSON.stringify(answers))
  }

  test('what is known beside the answers holds for every intake', async () => {
    const finding = { side: 'right', result: 'positive', mode: 'in_person', attested: false }
    const tests = ['faber', 'thigh-thrust', 'compression', 'distraction', 'yeoman']
    const done = await withContext({
      patientState: 'WI',
      postProcedure: { date: '2026-11-12', side: 'right' },
      exam: { findings: tests.map((test) => ({ test, ...finding })) },
    })
    expect(done).toMatchObject({ code: 0, err: '' })
    const [result] = results(done)
    expect(result).toMatchObject({ asOf: '2026-11-22', si: { tier: 'likely', examDone: true } })
    expect(result?.si.probability?.basis).toContain('Very low certainty')
    expect(result?.blockers.map((blocker) => blocker.code)).toContain('admin:patient_location_licensure_check')
  })

  test('the day of asking may stand in it', async () => {
    const done = await withContext({ asOf: '2026-12-01' }, [])
    expect(results(done)[0]?.asOf).toBe('2026-12-01')
  })

  test.each<[string, unknown, string]>([
    ['not JSON', '{', '--context: This is not JSON'],
    ['a list', [], '--context: one JSON object'],
    [
      'an unknown key',
      { shoeSize: 43, exam: { findings: [], by: 'Dr. Cardwell' } },
      '--context context.shoeSize: Unknown key',
    ],
    ['a wrong day', { postProcedure: { date: '2026-02-30' } }, '--context context.postProcedure.date: Write a day'],
    ['no such question', { corrected: ['shoeSize'] }, '--context context.corrected[0]: No such question'],
    ['no such version', { instrumentVersion: '9.0.0' }, '--context context.instrumentVersion: No such version'],
    [
      'an unknown exam test, by its name',
      {
        exam: {
          findings: [
            { test: 'Thigh thrust', side: 'right', result: 'positive', mode: 'in_person', attested: false },
            { test: 'FABER test', side: 'right', result: 'positive', mode: 'in_person', attested: false },
          ],
        },
      },
      '--context context.exam.findings[1].test: No such exam test: FABER test. Known: faber, ',
    ],
    ['two days of asking', { asOf: '2026-11-21' }, '--context: asOf is 2026-11-21, and --as-of says 2026-11-22'],
  ])('%s: exit 2 and the field', async (_name, context, message) => {
    const done = await withContext(context)
    expect(done).toMatchObject({ code: 2, out: '' })
    expect(done.err).toContain(message)
  })

  test('an envelope is no intake: its keys are unknown, by name', async () => {
    const done = await run('triage', ['-', ...day], JSON.stringify({ answers, context: { asOf: '2026-11-22' } }))
    expect(done).toMatchObject({ code: 2, out: '' })
    expect(done.err).toContain('answers: Unknown key')
    expect(done.err).toContain('context: Unknown key')
  })
})

test('npm run intake:schema prints the JSON Schema', { timeout: 60_000 }, async () => {
  const done = await run('intake-schema', [])
  expect(done).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(done.out)).toMatchObject({ type: 'object', additionalProperties: false })
})
