import { Form } from '@remix-run/react'
import { Mail } from 'lucide-react'
import { Button } from '~/ui/button'
import { CheckLine } from '~/ui/check-line'
import { TextField } from '~/ui/text-field'

type Props = { name: string; typed: Record<string, string>; errors: Record<string, string[] | null | undefined> }

/** For somebody who was registered without an e-mail and has one now: the invitation goes to it at once. */
export function CallAddEmail({ name, typed, errors }: Props) {
  return (
    <Form method="post" className="panel pn mt-14" aria-labelledby="add-email-h">
      <div className="grp">
        <h2 id="add-email-h">Add an e-mail</h2>
        <span>Not needed for the questions</span>
      </div>
      <div className="pad14 fstack">
        <TextField
          id="email"
          name="email"
          type="email"
          label="E-mail"
          hint={`${name} gets a mail to choose a password, and then sees and corrects all of it.`}
          autoComplete="off"
          defaultValue={typed['email']}
          errors={errors['email']}
        />
        <CheckLine
          id="emailSaidBack"
          name="emailSaidBack"
          defaultChecked={typed['emailSaidBack'] === 'on'}
          errors={errors['emailSaidBack']}
        >
          Name and date of birth said back, and the e-mail letter by letter
        </CheckLine>
      </div>
      <div className="sdf">
        <Button variant="secondary" icon={Mail} name="intent" value="email">
          Add it and send the invitation
        </Button>
      </div>
    </Form>
  )
}
