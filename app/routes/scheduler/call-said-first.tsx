import { phoneAgreement } from '~/domain/intake/phone-agreement'
import { CheckLine } from '~/ui/check-line'
import { SelectField } from '~/ui/select-field'
import { TextField } from '~/ui/text-field'

type Props = {
  typed: Record<string, string>
  errors: Record<string, string[] | null>
  /** Who it is, when the page knows: to be said back. */
  saidBack?: string
  /** Language and interpreter are known from an earlier call. */
  asked?: boolean
}

const interpreters = [
  { value: 'no', label: 'No' },
  { value: 'spoken', label: 'Yes, for a spoken language' },
  { value: 'sign', label: 'Yes, for sign language' },
  { value: 'not_sure', label: 'Not sure' },
]

/** What is said and agreed before the first question of every call. */
export function CallSaidFirst({ typed, errors, saidBack, asked }: Props) {
  return (
    <>
      <div className="grp rule-t">
        <h2>Before you start</h2>
      </div>
      <div className="pad14 fstack">
        {asked ? null : (
          <div className="call-fields">
            <TextField
              id="language"
              name="language"
              label="Speaks best"
              autoComplete="off"
              defaultValue={typed['language'] ?? 'English'}
              errors={errors['language']}
            />
            <SelectField
              id="interpreter"
              name="interpreter"
              label="Wants an interpreter? It is free."
              options={interpreters}
              empty="Choose one"
              defaultValue={typed['interpreter'] ?? ''}
              errors={errors['interpreter']}
            />
          </div>
        )}
        <CheckLine
          id="saidBack"
          name="saidBack"
          defaultChecked={typed['saidBack'] === 'on'}
          errors={errors['saidBack']}
        >
          <b className="strong">Name and date of birth said back</b>
          {saidBack ? <small>{saidBack}</small> : null}
        </CheckLine>
        <div>
          <p className="sub">Read this aloud, word for word</p>
          <p className="say">“{phoneAgreement.text}”</p>
          <CheckLine id="agreed" name="agreed" defaultChecked={typed['agreed'] === 'on'} errors={errors['agreed']}>
            <b className="strong">Agreed to answer by phone</b>
            <small>Version {phoneAgreement.version}. We add the time and your name.</small>
          </CheckLine>
        </div>
      </div>
    </>
  )
}
