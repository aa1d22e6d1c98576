import { formTexts } from '~/domain/intake/form-texts'
import { questionOf } from '~/domain/intake/instrument'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { CheckLine } from '~/ui/check-line'
import { useInstrument } from './asked-version'
import { IntakeField, fieldId } from './intake-field'

type Props = {
  answers: Answers
  typed: Partial<Record<QuestionKey, string[]>>
  errors: Partial<Record<QuestionKey, string>>
}

/** The versioned consents, each with its whole text, and the typed name that signs them. */
export function IntakeConsents({ answers, typed, errors }: Props) {
  const which = useInstrument()
  return (
    <>
      <h2 className="h-sec">Your consent</h2>
      <p className="small muted">Read each one. You can take it back any time, and still get care.</p>
      <div className="mt3">
        <Consent of="consentTelehealth" {...{ answers, typed, errors }} />
        <Consent of="consentPrivacy" {...{ answers, typed, errors }} />
      </div>
      <div className="mt-20">
        <IntakeField
          question={questionOf('signedName', which)}
          texts={typed.signedName ?? formTexts('signedName', answers.signedName)}
          error={errors.signedName}
          callDay="today"
        />
      </div>
    </>
  )
}

function Consent({ of: key, answers, typed, errors }: Props & { of: 'consentTelehealth' | 'consentPrivacy' }) {
  const question = questionOf(key, useInstrument())
  if (question.kind !== 'consent') return null
  const [name = '', ...rest] = question.label.split(/(?<=\.) /)
  const error = errors[key]
  return (
    <div className="consent">
      <CheckLine
        id={fieldId(key)}
        name={key}
        defaultChecked={(typed[key] ?? formTexts(key, answers[key])).length > 0}
        errors={error ? [error] : undefined}
      >
        <b className="strong">{name}</b> {rest.join(' ')}
      </CheckLine>
      <details className="why">
        <summary className="meta">
          <span>Version {question.consentVersion}</span>
          <span className="link">Read it all</span>
        </summary>
        <p className="small">{question.consentText}</p>
      </details>
    </div>
  )
}
