import { useState } from 'react'
import { stateOptions } from '~/domain/intake/states'
import { CheckLine } from '~/ui/check-line'
import { SelectField } from '~/ui/select-field'
import { TextField } from '~/ui/text-field'

type Props = { typed: Record<string, string>; errors: Record<string, string[] | null> }

const sexes = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
  { value: 'intersex', label: 'Intersex' },
  { value: 'unsaid', label: 'Not said' },
]

/** Who calls. Without an e-mail nothing is ever mailed, and the page says what to do instead. */
export function CallRegisterFields({ typed, errors }: Props) {
  const [email, setEmail] = useState(typed['email'] ?? '')
  const field = (name: string) => ({
    id: name,
    name,
    autoComplete: 'off',
    defaultValue: typed[name],
    errors: errors[name],
  })
  return (
    <>
      <div className="grp">
        <h2>Who is calling</h2>
      </div>
      <div className="call-fields pad14">
        <TextField {...field('name')} label="Name" hint="As on the insurance card. Ask how it is written." />
        <TextField {...field('bornOn')} label="Born" hint="Day, month and year." type="date" min="1900-01-01" />
        <SelectField {...field('sexAtBirth')} label="Sex at birth" options={sexes} empty="Choose one" />
        <TextField {...field('phone')} label="Phone" hint="Where we call back." type="tel" />
        <SelectField
          {...field('homeState')}
          label="Lives in"
          hint="The provider needs a license there."
          options={[...stateOptions]}
          empty="Choose one"
        />
        <div>
          <TextField
            {...field('email')}
            label="E-mail"
            optional
            type="email"
            hint="Then they get a mail to choose a password, and see and correct all of it."
            onChange={(event) => setEmail(event.target.value)}
          />
          {email === '' ? (
            <p className="sub mt-6">
              None? A paper copy goes by mail: you print it before you send the answers. The portal mails nothing.
            </p>
          ) : null}
        </div>
      </div>
      <div className="pad14">
        <CheckLine
          id="emailSaidBack"
          name="emailSaidBack"
          defaultChecked={typed['emailSaidBack'] === 'on'}
          errors={errors['emailSaidBack']}
        >
          E-mail said back letter by letter, when there is one
        </CheckLine>
      </div>
    </>
  )
}
