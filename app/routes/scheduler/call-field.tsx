import type { InstrumentQuestion } from '~/domain/intake/instrument'
import type { Answers } from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import { regionOf } from '~/domain/intake/region-of'
import { sidesToSay } from '~/domain/intake/side-agrees'
import { CheckLine } from '~/ui/check-line'
import { CheckboxCards } from '~/ui/checkbox-cards'
import { PainScale } from '~/ui/pain-scale'
import { SelectField } from '~/ui/select-field'
import { TextArea } from '~/ui/text-area'
import { TextField } from '~/ui/text-field'
import { CallChoices } from './call-choices'
import { CallDate } from './call-date'
import { CallRegions } from './call-regions'

type Props = {
  question: InstrumentQuestion
  answers: Answers
  /** What stands in the field at first, as a form carries it. */
  texts: readonly string[]
  error?: string
  /** Whether Y, N and S answer. */
  letters: boolean
  onMarks: (texts: string[]) => void
}

const mostListed = 14

/** Id of the field of a question, for error summaries. */
export function callFieldId(key: string): string {
  return `q-${key}`
}

/** The answer to the question that is read aloud, as its kind needs it. The question itself stands above. */
export function CallField({ question, answers, texts, error, letters, onMarks }: Props) {
  const id = callFieldId(question.key)
  const name = question.key
  const errors = error ? [error] : null
  const group = { id, legend: 'The answer', legendHidden: true, errors }
  const field = { id, name, label: <span className="sr">The answer</span>, errors, autoComplete: 'off' }
  const [first] = texts
  switch (question.kind) {
    case 'yes-no-unsure':
    case 'choice': {
      const sides = question.key === 'painSide' ? sidesToSay(answers) : null
      const all = optionsOf(question)
      const options = sides?.length ? all.filter(({ value }) => sides.some((side) => side === value)) : all
      if (options.length > mostListed)
        return <SelectField {...field} empty="Choose one" options={[...options]} defaultValue={first ?? ''} />
      return <CallChoices {...group} name={name} options={options} chosen={first} letters={letters} />
    }
    case 'multi-choice':
      return (
        <CheckboxCards
          {...group}
          className={question.options.length > 6 ? 'call-many' : undefined}
          name={name}
          choices={optionsOf(question).map(({ value, label, hint }) => ({ value, label, note: hint }))}
          defaultValue={texts}
        />
      )
    case 'region':
      return (
        <CallChoices
          {...group}
          name={name}
          options={(answers.painAreas ?? []).map(({ region, strength }) => ({
            value: region,
            label: regionOf(region).name,
            hint: strength === undefined ? undefined : `Pain ${strength} of 10`,
          }))}
          chosen={first}
          letters={false}
        />
      )
    case 'regions':
      return <CallRegions {...group} name={name} texts={texts} onMarks={onMarks} />
    case 'number':
      if (question.lowLabel && question.highLabel && question.min === 0 && question.max === 10)
        return <PainScale {...group} name={name} defaultValue={first} />
      return (
        <TextField
          {...field}
          defaultValue={first}
          unit={question.unit}
          inputMode={question.whole ? 'numeric' : 'decimal'}
        />
      )
    case 'date':
      return <TextField {...field} type="date" defaultValue={first} />
    case 'partial-date':
      return <CallDate {...group} name={name} texts={texts} withDay={question.withDay === true} />
    case 'text':
      return question.multiline ? (
        <TextArea {...field} rows={4} defaultValue={first} maxLength={question.maxLength} />
      ) : (
        <TextField {...field} defaultValue={first} maxLength={question.maxLength} />
      )
    case 'consent':
      return (
        <CheckLine id={id} name={name} defaultChecked={texts.length > 0} errors={errors}>
          <b className="strong">They said yes</b>
          <small>Version {question.consentVersion}. Kept as consent given by phone, entered by you.</small>
        </CheckLine>
      )
    default:
      return null
  }
}
