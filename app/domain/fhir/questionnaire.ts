import { type Instrument, type InstrumentQuestion, instrument } from '../intake/instrument'
import type { SectionKey } from '../intake/question'
import { sections } from '../intake/sections'
import { canonicalBase, questionnaireUrl } from './canonical'
import { choicesOf } from './choices-of'
import { codesOf, pointsOf } from './codes'
import { enableWhen } from './enable-when'
import type { Extension, ItemType, Questionnaire, QuestionnaireItem } from './resources'

const standard = 'http://hl7.org/fhir/StructureDefinition'
const units: { readonly [unit: string]: string } = { '%': '%', weeks: 'wk' }

const copyright =
  'PEG: Krebs 2009. PHQ-9: Kroenke, Spitzer, Williams and Pfizer Inc.; no permission required to reproduce, translate, display or distribute. Roland-Morris Disability Questionnaire: Roland and Morris 1983; no permission required. LOINC codes: Regenstrief Institute, Inc.'

function typeOf(question: InstrumentQuestion): ItemType {
  switch (question.kind) {
    case 'number':
      return question.whole ? 'integer' : 'decimal'
    case 'date':
    case 'partial-date':
      return 'date'
    case 'text':
      return question.multiline ? 'text' : 'string'
    case 'files':
      return 'reference'
    case 'consent':
      return 'boolean'
    default:
      return 'choice'
  }
}

function limits(question: InstrumentQuestion): Extension[] {
  if (question.kind === 'files')
    return [{ url: `${standard}/questionnaire-referenceResource`, valueCode: 'DocumentReference' }]
  if (question.kind !== 'number') return []
  const value = (number: number) => (question.whole ? { valueInteger: number } : { valueDecimal: number })
  const unit = question.unit ? (units[question.unit] ?? question.unit) : undefined
  return [
    { url: `${standard}/minValue`, ...value(question.min) },
    { url: `${standard}/maxValue`, ...value(question.max) },
    ...(unit
      ? [
          {
            url: `${standard}/questionnaire-unit`,
            valueCoding: {
              system: 'http://unitsofmeasure.org',
              code: unit,
              display: question.kind === 'number' ? question.unit : unit,
            },
          },
        ]
      : []),
  ]
}

function helpOf(question: InstrumentQuestion): QuestionnaireItem[] {
  const scale = question.kind === 'number' && question.lowLabel && question.highLabel
  const text = [
    question.hint,
    question.why,
    scale ? `${question.min} = ${question.lowLabel}; ${question.max} = ${question.highLabel}.` : undefined,
    question.kind === 'consent' ? `Version ${question.consentVersion}. ${question.consentText}` : undefined,
  ].filter((part) => part !== undefined)
  if (text.length === 0) return []
  const control = { system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'help', display: 'Help-Button' }
  return [
    {
      extension: [{ url: `${standard}/questionnaire-itemControl`, valueCodeableConcept: { coding: [control] } }],
      linkId: `${question.key}.help`,
      text: text.join(' '),
      type: 'display',
    },
  ]
}

/** What belongs to one answer: the strength of a place, where a point lies. */
function partsOf(question: InstrumentQuestion): QuestionnaireItem[] {
  const { key } = question
  if (question.kind === 'regions') {
    const extension = [
      { url: `${standard}/minValue`, valueInteger: 0 },
      { url: `${standard}/maxValue`, valueInteger: 10 },
    ]
    return [{ extension, linkId: `${key}.strength`, text: 'How strong it is there, 0 to 10', type: 'integer' }]
  }
  if (question.kind !== 'point') return []
  return [
    { linkId: `${key}.x`, text: 'Millimetres to the viewer’s right', type: 'decimal', required: true },
    { linkId: `${key}.y`, text: 'Millimetres downwards from the crown', type: 'decimal', required: true },
  ]
}

const repeating = new Set<InstrumentQuestion['kind']>(['multi-choice', 'regions', 'files'])

function itemOf(question: InstrumentQuestion, prefix: string, which: Instrument, base: string): QuestionnaireItem {
  const { extension = [], ...when } = enableWhen(question.appliesWhen, which, base)
  const extensions = [...extension, ...limits(question)]
  const choices = choicesOf(question, base)
  const inside = [...helpOf(question), ...partsOf(question)]
  const code = codesOf(question.key)
  return {
    ...(extensions.length > 0 ? { extension: extensions } : {}),
    linkId: question.key,
    ...(code ? { code } : {}),
    prefix,
    text: question.label,
    type: typeOf(question),
    ...when,
    required: question.required,
    ...(repeating.has(question.kind) ? { repeats: true } : {}),
    ...(question.kind === 'text' ? { maxLength: question.maxLength } : {}),
    ...(choices.length > 0
      ? {
          answerOption: choices.map((valueCoding) => {
            const points = pointsOf(question.key, valueCoding.code)
            const extension = [{ url: `${standard}/ordinalValue`, valueDecimal: points }]
            return points === undefined ? { valueCoding } : { extension, valueCoding }
          }),
        }
      : {}),
    ...(inside.length > 0 ? { item: inside } : {}),
  }
}

function groupOf(section: SectionKey, number: number, which: Instrument, base: string): QuestionnaireItem {
  const questions = which.questions.filter((question) => question.section === section)
  return {
    linkId: `section.${section}`,
    prefix: String(number),
    text: sections[section].name,
    type: 'group',
    item: questions.map((question, index) => itemOf(question, `${number}.${index + 1}`, which, base)),
  }
}

type Wish = {
  /** Where canonical addresses begin. */
  readonly base?: string
  /** Active once the clinic's medical director has signed this version. */
  readonly status?: Questionnaire['status']
}

/** The questionnaire of this version as a FHIR R4 Questionnaire: one item per question, its key as linkId, in sections. */
export function fhirQuestionnaire(
  which: Instrument = instrument,
  { base = canonicalBase, status = 'draft' }: Wish = {},
): Questionnaire {
  const present = [...new Set(which.questions.map(({ section }) => section))]
  return {
    resourceType: 'Questionnaire',
    id: `intake-${which.version}`,
    language: which.language,
    url: questionnaireUrl(base),
    version: which.version,
    name: 'Intake',
    title: 'Questions before a consult about low back, groin or buttock pain',
    status,
    subjectType: ['Patient'],
    description:
      'Asked before a video consult. Emergency answers interrupt at the question. Answers sort attention and scheduling; nothing here diagnoses.',
    copyright,
    item: present.map((section, index) => groupOf(section, index + 1, which, base)),
  }
}
