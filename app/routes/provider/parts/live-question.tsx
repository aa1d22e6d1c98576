import { CheckboxCards } from '~/ui/checkbox-cards'
import { SegmentField } from '~/ui/segment-field'
import { SelectField } from '~/ui/select-field'
import { TextArea } from '~/ui/text-area'
import { TextField } from '~/ui/text-field'
import type { QuestionView } from './triage-view'

/** More choices than this come as a list. */
const mostSegments = 4
const whyWords = { missing: 'not answered', not_sure: 'said “not sure”' }

type Props = { question: QuestionView; errors: string[] | null }

/** One question to read aloud. Nothing is preselected; what is left open is not asked. */
export function LiveQuestion({ question, errors }: Props) {
  const { key, label, kind, options, why, safety } = question
  const id = `ask-${key}`
  const hint = [question.hint, `${safety ? 'Safety question, ' : ''}${whyWords[why]}`].filter(Boolean).join(' · ')
  if (kind === 'multi-choice')
    return (
      <CheckboxCards
        legend={label}
        hint={hint}
        name={key}
        id={id}
        errors={errors}
        choices={options.map(({ value, label: words }) => ({ value, label: words }))}
      />
    )
  if (options.length > 0 && options.length <= mostSegments && options.every((option) => option.label.length < 26))
    return (
      <SegmentField
        legend={label}
        hint={hint}
        name={key}
        id={id}
        errors={errors}
        choices={options.map(({ value, label: words }) => ({ value, label: words }))}
      />
    )
  const common = { id, name: key, label, hint, errors }
  if (options.length > 0)
    return (
      <SelectField
        {...common}
        empty="Not asked"
        options={options.map(({ value, label: words }) => ({ value, label: words }))}
      />
    )
  if (kind === 'text') return <TextArea {...common} rows={2} />
  if (kind === 'number') return <TextField {...common} inputMode="decimal" />
  return <TextField {...common} placeholder={undefined} inputMode="numeric" />
}
