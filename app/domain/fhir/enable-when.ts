import type { Condition } from '../intake/condition'
import { type Instrument, isQuestionKey, questionOf } from '../intake/instrument'
import { regionsTagged } from '../intake/regions-tagged'
import { choicesOf } from './choices-of'
import { enableExpression } from './enable-expression'
import type { EnableWhen, QuestionnaireItem } from './resources'

type Flat = { readonly behavior: 'any' | 'all'; readonly leaves: readonly EnableWhen[] }

const expressionUrl = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression'

function compared(
  key: string,
  operator: '=' | '!=',
  values: readonly string[],
  which: Instrument,
  base: string,
): EnableWhen[] {
  const choices = isQuestionKey(key) ? choicesOf(questionOf(key, which), base) : []
  return values.map((value) => {
    const { display: _, ...coding } = choices.find(({ code }) => code === value) ?? { code: value }
    return { question: key, operator, answerCoding: coding }
  })
}

/** Alike when all belong to one behavior, or stand alone and fit either. */
function merged(parts: readonly (Flat | null)[], behavior: 'any' | 'all'): Flat | null {
  const leaves: EnableWhen[] = []
  for (const part of parts) {
    if (!part || (part.leaves.length > 1 && part.behavior !== behavior)) return null
    leaves.push(...part.leaves)
  }
  return { behavior, leaves }
}

/** A condition as R4 can say it without an expression: one list, any or all; null when it is deeper. */
function flat(condition: Condition, which: Instrument, base: string): Flat | null {
  if ('any' in condition)
    return merged(
      condition.any.map((each) => flat(each, which, base)),
      'any',
    )
  if ('all' in condition)
    return merged(
      condition.all.map((each) => flat(each, which, base)),
      'all',
    )
  if ('score' in condition) return null
  if ('marked' in condition)
    return { behavior: 'any', leaves: compared('painAreas', '=', regionsTagged(condition.marked), which, base) }
  const { question } = condition
  if ('below' in condition) {
    const whole = isQuestionKey(question) ? questionOf(question, which) : undefined
    const limit =
      whole?.kind === 'number' && !whole.whole ? { answerDecimal: condition.below } : { answerInteger: condition.below }
    return { behavior: 'all', leaves: [{ question, operator: '<', ...limit }] }
  }
  if ('from' in condition)
    return { behavior: 'all', leaves: [{ question, operator: '>=', answerDate: condition.from }] }
  if ('in' in condition) return { behavior: 'any', leaves: compared(question, '=', condition.in, which, base) }
  return { behavior: 'all', leaves: compared(question, '!=', condition.notIn, which, base) }
}

/** When an item is asked: R4's own list where that is enough, the SDC expression where conditions nest. */
export function enableWhen(
  condition: Condition | undefined,
  which: Instrument,
  base: string,
): Pick<QuestionnaireItem, 'enableWhen' | 'enableBehavior' | 'extension'> {
  if (!condition) return {}
  const list = flat(condition, which, base)
  if (list)
    return {
      enableWhen: [...list.leaves],
      ...(list.leaves.length > 1 ? { enableBehavior: list.behavior } : {}),
    }
  const expression = enableExpression(condition)
  return { extension: [{ url: expressionUrl, valueExpression: { language: 'text/fhirpath', expression } }] }
}
