import { describe, expect, test } from 'vitest'
import type { Condition } from './condition'
import { instrument, type InstrumentQuestion, instrumentOf, isQuestionKey, kindOf, questionOf } from './instrument'
import { instrumentRecord } from './instrument-record'
import { optionsOf } from './options-of'
import firstRelease from './released/1.0.0.json' with { type: 'json' }
import secondRelease from './released/1.1.0.json' with { type: 'json' }
import { slugOfQuestion } from './steps'
import { currentVersion, versions } from './versions'

function valuesOf(question: InstrumentQuestion): string[] {
  return optionsOf(question).map((option) => option.value)
}

function asked(condition: Condition): { key: string; values: readonly string[] }[] {
  if ('any' in condition) return condition.any.flatMap(asked)
  if ('all' in condition) return condition.all.flatMap(asked)
  if ('marked' in condition) return [{ key: 'painAreas', values: [] }]
  if ('score' in condition) return condition.score.map((key) => ({ key, values: Object.keys(condition.points) }))
  if ('below' in condition || 'from' in condition) return [{ key: condition.question, values: [] }]
  return [{ key: condition.question, values: 'in' in condition ? condition.in : condition.notIn }]
}

describe.each(versions)('the instrument %s', (version) => {
  const which = instrumentOf(version)
  const keys = which.questions.map((question) => question.key)

  test('keys are unique and each stands on exactly one page', () => {
    expect(new Set(keys).size).toBe(keys.length)
    expect(which.pages.flatMap((page) => page.keys).toSorted()).toEqual(keys.toSorted())
    const slugs = which.pages.map((page) => page.slug)
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(slugOfQuestion('saddleNumbness', which)).toBe('numbness')
  })

  test('conditions look back, at questions and values that exist', () => {
    for (const [index, question] of which.questions.entries()) {
      for (const { key, values } of question.appliesWhen ? asked(question.appliesWhen) : []) {
        expect(isQuestionKey(key) && keys.indexOf(key)).toBeLessThan(index)
        const known = isQuestionKey(key) ? valuesOf(questionOf(key, which)) : []
        expect(known).toEqual(expect.arrayContaining([...values]))
      }
    }
  })

  test('an emergency item is never skippable and can be answered with not sure', () => {
    const items = which.questions.filter((question) => question.emergency)
    expect(items.length).toBeGreaterThan(20)
    expect(items.filter((item) => !item.required)).toEqual([])
    expect(items.filter((item) => !valuesOf(item).includes('not_sure'))).toEqual([])
  })

  test('values are unique, and every list of choices has a way to say none', () => {
    const twice = which.questions.filter((question) => new Set(valuesOf(question)).size !== valuesOf(question).length)
    expect(twice).toEqual([])
    const lists = which.questions.filter((question) => question.kind === 'multi-choice')
    const without = lists.filter((question) => !valuesOf(question).includes('none'))
    expect(without.map((question) => question.key)).toEqual(['bloodThinnerWhich'])
  })

  test('no question tells anyone to stop a medicine, and none names a score', () => {
    const words = which.questions
      .flatMap((question) => [
        question.label,
        question.hint ?? '',
        ...optionsOf(question).map((option) => option.label),
      ])
      .join(' ')
    expect(words).not.toMatch(/stop (?:taking|your)|score|diagnos/i)
  })
})

const released = [firstRelease, secondRelease]

test.each(released.map((each) => [each.version, each] as const))(
  'version %s comes out as it was released: keys, kinds, options, conditions, words, pages and their order',
  (version, release) => {
    const record = instrumentRecord(instrumentOf(version))
    expect(record).toEqual(release)
    expect(Object.keys(release)).toEqual(['version', 'bodyMapVersion', 'parts', 'pages', 'questions'])
    expect(record.questions.map(({ key }) => key)).toEqual(release.questions.map(({ key }) => key))
  },
)

test('every version before the current one is on record', () => {
  expect(instrument.version).toBe(currentVersion)
  expect(released.map(({ version }) => version)).toEqual(versions.filter((each) => each !== currentVersion))
})

test('no key was lost and none changed its kind, its values or what it is for', () => {
  for (const release of released) {
    for (const { key, kind, section } of release.questions) {
      if (!isQuestionKey(key)) throw new Error(`${key} is gone`)
      expect([kindOf(key), questionOf(key).section]).toEqual([kind, section])
    }
    for (const question of instrumentOf(release.version).questions)
      expect(valuesOf(questionOf(question.key))).toEqual(expect.arrayContaining(valuesOf(question)))
  }
})

test('a version that never was is a mistake', () => {
  expect(() => instrumentOf('0.9.0')).toThrow('No such version')
  expect(() => questionOf('rmdq', instrumentOf('1.0.0'))).toThrow('No such question')
})

test('free text about the body is searched for words that need a call', () => {
  const texts = instrument.questions.filter((question) => question.kind === 'text')
  expect(texts.filter((text) => !text.searched).map(({ key }) => key)).toEqual([
    'bloodThinnerPrescriber',
    'pharmacy',
    'language',
    'helper',
    'planName',
    'memberId',
    'signedName',
  ])
})
