import { describe, expect, test } from 'vitest'
import { answerWords } from './answer-words'
import { examples } from './examples'
import { inLanguage } from './in-language'
import { instrumentOf } from './instrument'
import { instrumentTexts } from './instrument-texts'
import { intakeIssues } from './intake-issues'
import { optionsOf } from './options-of'
import { progressOf } from './progress-of'
import { stepsOf } from './steps'
import { currentVersion, versions } from './versions'

/** Every English text, dressed so that none can pass for a translation by chance. */
const pseudo = (text: string) => `⟦${text}⟧`

describe.each(versions)('the texts of %s', (version) => {
  const which = instrumentOf(version)
  const texts = instrumentTexts(which)
  const dressed = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudo(text)]))

  test('keys are stable: question, step, part, notice or answer, and none is empty', () => {
    for (const [key, text] of Object.entries(texts)) {
      expect(key).toMatch(/^(intake|step|part|notice|answer)\.[\w.-]+$/)
      expect(text.trim()).not.toBe('')
    }
    expect(texts['intake.saddleNumbness.label']).toBe('Do you have new numbness where you sit or wipe?')
    expect(texts['intake.canWalk.option.no_years']).toBe('No, for years')
    expect(texts['step.numbness.title']).toBe('Numbness')
    expect(texts['notice.crisis-988']).toContain('988')
    expect(texts['intake.consentTelehealth.consent']).toMatch(/^I agree to care by video/)
    expect(texts['answer.not_sure']).toBe('Not sure')
  })

  test('a full translation reaches every text and nothing else', () => {
    const { instrument, missing, unknown } = inLanguage(which, { language: 'en-XA', texts: dressed })
    expect([missing, unknown]).toEqual([[], []])
    expect(instrumentTexts(instrument)).toEqual(dressed)
    expect(instrument.language).toBe('en-XA')
    for (const [index, question] of instrument.questions.entries()) {
      const { label: _label, hint: _hint, why: _why, ...rest } = question
      expect(rest).toMatchObject({
        key: which.questions[index]?.key,
        kind: which.questions[index]?.kind,
        required: which.questions[index]?.required,
      })
      expect(question.appliesWhen).toEqual(which.questions[index]?.appliesWhen)
      const values = (one = question) => optionsOf(one).map(({ value }) => value)
      expect(values()).toEqual(values(which.questions[index]))
    }
  })

  test('a consent keeps its version', () => {
    const { instrument } = inLanguage(which, { language: 'en-XA', texts: dressed })
    const consents = (list: typeof which) =>
      list.questions.flatMap((question) => (question.kind === 'consent' ? [question.consentVersion] : []))
    expect(consents(instrument)).toEqual(consents(which))
  })

  test('what is not translated is English, never a key, and listed', () => {
    const { 'intake.fever.label': _gone, 'step.fever.title': _too, ...some } = dressed
    const { instrument, missing } = inLanguage(which, { language: 'en-XA', texts: { ...some, 'part.1.title': ' ' } })
    expect(missing.toSorted()).toEqual(['intake.fever.label', 'part.1.title', 'step.fever.title'])
    expect(instrument.questions.find(({ key }) => key === 'fever')?.label).toBe(texts['intake.fever.label'])
    expect(instrument.parts[0]).toBe('Safety')
    const none = inLanguage(which, { language: 'xx', texts: {} })
    expect(instrumentTexts(none.instrument)).toEqual(texts)
    expect(none.missing).toEqual(Object.keys(texts))
  })

  test('a key that is no text of this version is told', () => {
    const { unknown } = inLanguage(which, { language: 'en-XA', texts: { 'intake.shoeSize.label': 'x', toString: 'x' } })
    expect(unknown).toEqual(['intake.shoeSize.label', 'toString'])
  })
})

test('a translated questionnaire is walked, checked and said as the English one', () => {
  const { instrument } = inLanguage(instrumentOf(currentVersion), {
    language: 'en-XA',
    texts: { 'answer.no': 'Nej', 'part.1.title': 'Sikkerhed', 'intake.fever.option.no': 'Ingen' },
  })
  const { answers } = examples.rightSided
  expect(intakeIssues(answers, instrument)).toEqual([])
  expect(stepsOf(answers, instrument).map(({ slug }) => slug)).toEqual(stepsOf(answers).map(({ slug }) => slug))
  expect(answerWords('diabetes', 'no', instrument)).toBe('Nej')
  expect(answerWords('fever', 'no', instrument)).toBe('Ingen')
  expect(progressOf(answers, 'numbness', instrument).partTitle).toBe('Sikkerhed')
})
