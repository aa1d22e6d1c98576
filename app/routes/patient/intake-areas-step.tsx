import { formTexts } from '~/domain/intake/form-texts'
import { parseFormAnswer } from '~/domain/intake/parse-form-answer'
import type { Answers, PainArea, QuestionKey } from '~/domain/intake/instrument'
import { questionOf } from '~/domain/intake/instrument'
import { BodyMap } from '~/ui/body-map/body-map'
import { Button } from '~/ui/button'
import { FieldGroup } from '~/ui/field-group'
import { useInstrument } from './asked-version'
import { fieldId } from './intake-field'
import { strengthField } from '~/ui/intake/intake-values'

type Props = {
  initial: Answers
  typed: Partial<Record<QuestionKey, string[]>>
  errors: Partial<Record<QuestionKey, string>>
  onMarks: (texts: string[]) => void
}

const key = 'painAreas'

function marksFrom(texts: readonly string[]): PainArea[] {
  const read = parseFormAnswer(key, texts)
  return read.ok && Array.isArray(read.value) ? (read.value as PainArea[]) : []
}

/** The body map: every place that hurts, tapped or ticked, each said back with its side. */
export function AreasStep({ initial, typed, errors, onMarks }: Props) {
  const { label } = questionOf(key, useInstrument())
  const error = errors[key]
  return (
    <FieldGroup id={fieldId(key)} legend={label} legendHidden errors={error ? [error] : undefined}>
      <BodyMap
        name={key}
        defaultValue={marksFrom(typed[key] ?? formTexts(key, initial[key]))}
        strengthName={(region) => strengthField(key, region)}
        onChange={(marks) => onMarks(formTexts(key, marks))}
      >
        {(count) => (
          <Button large block>
            {count === 0 ? 'Continue' : count === 1 ? 'Check my place' : `Check my ${count} places`}
          </Button>
        )}
      </BodyMap>
    </FieldGroup>
  )
}
