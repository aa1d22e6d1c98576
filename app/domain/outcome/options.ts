import type { DiagnosticResponse } from './diagnostic-response'
import type { NextStep } from './outcome-lists'
import type { TherapeuticResponse } from './therapeutic-response'

/** One next step with why it may fit here. Coverage is said apart from what makes clinical sense. */
export type NextStepOption = { nextStep: NextStep; note: string; coverage?: { words: string; cite: string } }

/** Names of the next steps, for clinicians. */
export const nextStepTitles: Record<NextStep, string> = {
  rehab_and_wait: 'Active rehab, then the 12-week check',
  repeat_later: 'Repeat, only if pain returns',
  second_diagnostic: 'Second diagnostic injection',
  other_source: 'Look for another source',
  in_person_exam: 'Exam in person',
  discharge: 'Care ends here',
}

const cite = 'L39455'
const repeatCover = { words: 'Covered after 50% or more for 3 months', cite }
const secondCover = { words: 'At most 2 diagnostic sessions are covered', cite }
const ablationCover = { words: 'Medicare does not cover ablation of the SI joint’s nerves', cite }

const rehab = (note: string): NextStepOption => ({ nextStep: 'rehab_and_wait', note })
const second = (note: string): NextStepOption => ({ nextStep: 'second_diagnostic', note, coverage: secondCover })
const elsewhere = (note: string, coverage?: NextStepOption['coverage']): NextStepOption => ({
  nextStep: 'other_source',
  note,
  coverage,
})
const exam = (note: string, coverage?: NextStepOption['coverage']): NextStepOption => ({
  nextStep: 'in_person_exam',
  note,
  coverage,
})

type Diagnostic = DiagnosticResponse['kind']

function whenHelped(diagnostic: Diagnostic): NextStepOption[] {
  const repeat: NextStepOption = {
    nextStep: 'repeat_later',
    note: 'Not while the pain stays low',
    coverage: repeatCover,
  }
  if (diagnostic === 'positive') return [rehab('Physical therapy while pain is low; review pain medicines'), repeat]
  if (diagnostic === 'partial') return [rehab('A clinical responder; do not call the joint confirmed'), repeat]
  if (diagnostic === 'negative')
    return [exam('The steroid may act elsewhere, or it is placebo: examine again'), rehab('While the pain is low')]
  return [rehab('While the pain is low'), second('With the same-day diary, which is what is missing')]
}

function whenNot(diagnostic: Diagnostic): NextStepOption[] {
  if (diagnostic === 'positive')
    return [
      second('The joint answered, the steroid did not last: confirm'),
      exam('For an injection around the joint, a lateral branch block, or fusion', ablationCover),
      rehab('Physical therapy, pelvic belt'),
    ]
  if (diagnostic === 'partial')
    return [
      elsewhere('A source around the joint, not in it'),
      second('To confirm or to rule out'),
      exam('Examine again'),
    ]
  if (diagnostic === 'negative')
    return [
      elsewhere('The joint itself is unlikely: hip, L4 to S1, deep buttock, inflammation, fracture', {
        words: 'A repeat in the joint is not supported',
        cite,
      }),
      exam('Before anything else is injected'),
    ]
  return [second('With the same-day diary, which is what is missing'), exam('When the diary cannot be repeated')]
}

/**
 * What may be considered at the two-week follow-up (clinical basis 8.4, a proposal): options for the clinician, never an
 * order. `diagnosticSessions` counts the diagnostic injections done so far; at two, another one is not offered.
 */
export function optionsToConsider(from: {
  diagnostic: Diagnostic
  therapeutic: TherapeuticResponse['kind']
  diagnosticSessions: number
}): NextStepOption[] {
  if (from.therapeutic === 'notComputable') return []
  if (from.therapeutic === 'worse')
    return [
      exam('Worse two weeks after the injection: examine, think of imaging'),
      elsewhere('What was not looked at yet'),
    ]
  const options = from.therapeutic === 'substantial' ? whenHelped(from.diagnostic) : whenNot(from.diagnostic)
  return options.filter((option) => option.nextStep !== 'second_diagnostic' || from.diagnosticSessions < 2)
}
