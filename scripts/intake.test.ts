import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examples } from '~/domain/intake/examples'
import { instrumentOf } from '~/domain/intake/instrument'
import { instrumentRecord } from '~/domain/intake/instrument-record'
import { instrumentTexts } from '~/domain/intake/instrument-texts'

type Script = 'intake-schema' | 'intake-fhir' | 'intake-texts' | 'intake-record'
type Run = { readonly code: number; readonly out: string; readonly err: string }

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intake-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function run(script: Script, args: readonly string[], input = ''): Promise<Run> {
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

const answers = JSON.stringify(examples.rightSided.answers)

describe('the questions as commands print them', { timeout: 60_000 }, () => {
  test('the JSON Schema of the current version, and of an earlier one', async () => {
    const [now, before] = await Promise.all([run('intake-schema', []), run('intake-schema', ['--version', '1.0.0'])])
    expect([now.code, before.code]).toEqual([0, 0])
    expect(JSON.parse(now.out)).toMatchObject({ $id: 'urn:ilium:intake:1.2.0', additionalProperties: false })
    expect(JSON.parse(before.out)).toMatchObject({ $id: 'urn:ilium:intake:1.0.0' })
    expect(before.out).not.toContain('rmdq')
  })

  test('the FHIR Questionnaire, and one intake as a response', async () => {
    const file = join(folder, 'one.json')
    await writeFile(file, answers)
    const [form, filled] = await Promise.all([
      run('intake-fhir', ['--base', 'https://clinic.example/fhir']),
      run('intake-fhir', [file, '--authored', '2026-11-22T10:42:00-06:00']),
    ])
    expect(JSON.parse(form.out)).toMatchObject({
      resourceType: 'Questionnaire',
      url: 'https://clinic.example/fhir/Questionnaire/intake',
    })
    expect(JSON.parse(filled.out)).toMatchObject({
      resourceType: 'QuestionnaireResponse',
      authored: '2026-11-22T10:42:00-06:00',
    })
  })

  test('an intake from standard input', async () => {
    const done = await run('intake-fhir', ['-'], answers)
    expect(JSON.parse(done.out)).toMatchObject({ status: 'completed' })
  })

  test('texts to translate, and what a translation lacks', async () => {
    const texts = instrumentTexts(instrumentOf('1.2.0'))
    const { 'intake.fever.label': _gone, ...some } = texts
    const [whole, part] = [join(folder, 'whole.json'), join(folder, 'part.json')]
    await writeFile(whole, JSON.stringify(texts))
    await writeFile(part, JSON.stringify({ ...some, 'intake.shoeSize.label': 'x' }))
    const [printed, complete, lacking] = await Promise.all([
      run('intake-texts', []),
      run('intake-texts', ['--check', whole]),
      run('intake-texts', ['--check', part]),
    ])
    expect(JSON.parse(printed.out)).toEqual(texts)
    expect(complete).toEqual({ code: 0, out: '', err: '' })
    expect(lacking).toMatchObject({ code: 1, out: 'missing intake.fever.label\nunknown intake.shoeSize.label\n' })
  })

  test('the record of a version, as it is kept on release', async () => {
    const done = await run('intake-record', ['--version', '1.0.0'])
    expect(JSON.parse(done.out)).toEqual(JSON.parse(JSON.stringify(instrumentRecord(instrumentOf('1.0.0')))))
  })

  test.each<[string, Script, string[], string, string]>([
    ['a version that never was', 'intake-schema', ['--version', '9'], '', 'Versions: 1.0.0, 1.1.0, 1.2.0'],
    ['not JSON', 'intake-fhir', ['-'], '{', 'JSON'],
    ['half an intake', 'intake-fhir', ['-'], '{}', 'saddleNumbness: Required'],
    ['a question of a later version', 'intake-fhir', ['-', '--version', '1.0.0'], answers, 'rmdq: Unknown key'],
    ['a file that is not there', 'intake-fhir', ['/no/such/file.json'], '', 'ENOENT'],
    ['an instant that is none', 'intake-fhir', ['-', '--authored', 'soon'], answers, '--authored'],
    ['an unknown option', 'intake-texts', ['--fast'], '', 'Use: npm run -s intake:texts'],
  ])('%s: exit 2 and a message', async (_name, script, args, input, message) => {
    const done = await run(script, args, input)
    expect(done).toMatchObject({ code: 2, out: '' })
    expect(done.err).toContain(message)
  })
})
