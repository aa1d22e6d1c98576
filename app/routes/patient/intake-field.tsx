import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { fixedTexts } from '~/domain/intake/emergency-texts'
import { bodyMapRegions } from '~/domain/intake/body-map-regions'
import type { InstrumentQuestion } from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import { CheckboxCards } from '~/ui/checkbox-cards'
import { ChoiceCards } from '~/ui/choice-cards'
import type { Choice } from '~/ui/choice-cards'
import { monthNames } from '~/domain/time/calendar-names'
import { FieldGroup } from '~/ui/field-group'
import { Icon } from '~/ui/icon'
import { PainScale } from '~/ui/pain-scale'
import { SelectField } from '~/ui/select-field'
import { SideWords } from '~/ui/side-words'
import { TextArea } from '~/ui/text-area'
import { TextField } from '~/ui/text-field'

type Props = {
  question: InstrumentQuestion
  /** What stands in the field at first, as a form carries it. */
  texts: readonly string[]
  error?: string
  /** The page's heading asks this question already. */
  headed?: boolean
  /** When a clinician calls whoever is not sure of a safety answer: "today". */
  callDay: string
}

const mostCards = 12
/** Id of the field of a question, for error summaries and links. */
export function fieldId(key: string): string {
  return `q-${key}`
}

/** One question as the instrument has it: kind, words, limits and choices. */
export function IntakeField({ question, texts, error, headed, callDay }: Props) {
  const id = fieldId(question.key)
  const label = question.required ? question.label : optional(question.label)
  const errors = error ? [error] : undefined
  const hint = headed ? undefined : question.hint
  const group = { id, legend: label, legendHidden: headed, hint, errors }
  const field = { id, name: question.key, label: headed ? <span className="sr">{label}</span> : label, hint, errors }
  switch (question.kind) {
    case 'yes-no-unsure':
    case 'choice': {
      const choices = choicesOf(question, callDay)
      if (choices.length > mostCards)
        return (
          <SelectField {...field} empty="Choose one" options={plainOptions(question)} defaultValue={texts[0] ?? ''} />
        )
      return (
        <ChoiceCards
          {...group}
          name={question.key}
          choices={choices}
          defaultValue={texts[0]}
          layout={layoutOf(question, headed)}
        />
      )
    }
    case 'multi-choice':
      return (
        <CheckboxCards {...group} name={question.key} choices={choicesOf(question, callDay)} defaultValue={texts} />
      )
    case 'number':
      if (question.lowLabel && question.highLabel && question.min === 0)
        return (
          <PainScale
            {...group}
            name={question.key}
            most={question.max}
            ends={[`${question.min} = ${lower(question.lowLabel)}`, `${question.max} = ${lower(question.highLabel)}`]}
            defaultValue={texts[0]}
          />
        )
      return (
        <TextField
          {...field}
          defaultValue={texts[0]}
          unit={question.unit}
          inputMode={question.whole ? 'numeric' : 'decimal'}
          autoComplete="off"
        />
      )
    case 'date':
      return (
        <TextField
          {...field}
          type="date"
          defaultValue={texts[0]}
          autoComplete={question.key === 'birthDate' ? 'bday' : 'off'}
        />
      )
    case 'partial-date':
      return (
        <MonthAndYear
          id={id}
          name={question.key}
          group={group}
          texts={texts}
          bad={error !== undefined}
          withDay={question.withDay}
        />
      )
    case 'text':
      return question.multiline ? (
        <TextArea {...field} defaultValue={texts[0]} maxLength={question.maxLength} />
      ) : (
        <TextField
          {...field}
          defaultValue={texts[0]}
          maxLength={question.maxLength}
          autoComplete={question.autoComplete ?? 'off'}
        />
      )
    case 'region':
      return <SelectField {...field} empty="Choose one" options={places()} defaultValue={texts[0] ?? ''} />
    case 'regions':
      return (
        <CheckboxCards {...group} name={question.key} choices={places()} defaultValue={texts.map(withoutStrength)} />
      )
    default:
      return null
  }
}

const places = () => bodyMapRegions.map(({ id, name }) => ({ value: id, label: name }))

const withoutStrength = (text: string) => text.replace(/:.*/, '')

function optional(label: string): ReactNode {
  return (
    <>
      {label} <span className="opt-l">(optional)</span>
    </>
  )
}

const isSide = (value: string) => ['left', 'right', 'both'].includes(value)

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

const plainOptions = (question: InstrumentQuestion) => optionsOf(question).map(({ value, label }) => ({ value, label }))

/** "Not sure" says at once what happens with it; on a safety question a clinician calls. */
function choicesOf(question: InstrumentQuestion, callDay: string): Choice[] {
  return optionsOf(question).map(({ value, label, hint }) => ({
    value,
    label: isSide(value) ? <SideWords>{label}</SideWords> : label,
    note: hint,
    whenChosen:
      value !== 'not_sure'
        ? undefined
        : question.emergency
          ? fixedTexts.notSure.replace('today', callDay)
          : 'That is a fine answer.',
  }))
}

/** Short answers stand side by side where several questions share a page; safety questions always get whole cards. */
function layoutOf(question: InstrumentQuestion, headed?: boolean): 'cards' | 'row' {
  const options = optionsOf(question)
  const short = options.length <= 3 && options.every(({ label, hint }) => label.length <= 10 && !hint)
  return short && !headed && !question.emergency ? 'row' : 'cards'
}

type Group = Parameters<typeof FieldGroup>[0]

function MonthAndYear(props: {
  id: string
  name: string
  group: Omit<Group, 'children'>
  texts: readonly string[]
  bad: boolean
  withDay?: boolean
}) {
  const { id, name, group, texts, bad, withDay } = props
  const [month, year] = texts.length > 1 ? [texts.at(-2) ?? '', texts.at(-1) ?? ''] : ['', texts[0] ?? '']
  return (
    <FieldGroup {...group}>
      <div className={withDay ? 'dates whole' : 'dates'}>
        {withDay ? (
          <div>
            <label className="sub-lbl" htmlFor={`${id}-day`}>
              Day
            </label>
            <input
              className="input"
              id={`${id}-day`}
              name={name}
              inputMode="numeric"
              autoComplete="off"
              maxLength={2}
              defaultValue={texts.length > 2 ? texts.at(-3) : ''}
            />
          </div>
        ) : null}
        <div>
          <label className="sub-lbl" htmlFor={`${id}-month`}>
            Month
          </label>
          <span className="sel-wrap">
            <select className="input" id={`${id}-month`} name={name} defaultValue={month}>
              <option value="">I only know the year</option>
              {monthNames.map((word, at) => (
                <option key={word} value={String(at + 1).padStart(2, '0')}>
                  {word}
                </option>
              ))}
            </select>
            <Icon of={ChevronDown} />
          </span>
        </div>
        <div>
          <label className="sub-lbl" htmlFor={`${id}-year`}>
            Year
          </label>
          <input
            className={bad ? 'input bad' : 'input'}
            id={`${id}-year`}
            name={name}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            defaultValue={year}
            aria-invalid={bad || undefined}
            aria-describedby={bad ? `${id}-error` : undefined}
          />
        </div>
      </div>
    </FieldGroup>
  )
}
