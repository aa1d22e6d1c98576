import { Copy, Link as LinkIcon } from 'lucide-react'
import { useState } from 'react'
import type { StageFacts } from '~/domain/visit/stage-facts'
import { Banner } from '../banner'
import { Button } from '../button'
import { ChoiceCards } from '../choice-cards'
import { TextField } from '../text-field'
import type { FormComponent } from './guest-list'

export type InvitationAnswer = {
  link?: string
  sentTo?: boolean
  message?: string
  errors?: Partial<Record<'kind' | 'name' | 'email', string[] | null>>
  typed: { kind: string; name: string; email: string } | null
}

type Props = { stage: StageFacts; FormIn: FormComponent; action: string; answer?: InvitationAnswer }

/** A link for one guest to one visit; it is shown once. */
export function GuestInvitation({ stage, FormIn, action, answer }: Props) {
  const { errors, typed } = answer ?? {}
  return (
    <>
      {answer?.link ? <NewLink link={answer.link} isSent={answer.sentTo ?? false} /> : null}
      <FormIn method="post" action={action} className="fstack">
        <h2>Invite a guest</h2>
        {answer?.message ? (
          <Banner tone="attention" live="alert">
            {answer.message}
          </Banner>
        ) : null}
        <ChoiceCards
          legend="Who comes?"
          id="guest-kind"
          name="kind"
          defaultValue={typed?.kind}
          choices={[
            { value: 'interpreter', label: 'Interpreter', note: 'A qualified interpreter, free for the patient' },
            {
              value: 'family',
              label: 'Family or friend',
              note: 'Not as an interpreter, unless the patient asks for it',
            },
          ]}
          errors={errors?.kind}
        />
        <TextField
          id="guest-name"
          name="name"
          label="Name"
          hint={`${stage.patient.firstName} sees it and says yes or not now.`}
          maxLength={80}
          defaultValue={typed?.name}
          errors={errors?.name}
        />
        <TextField
          id="guest-email"
          name="email"
          type="email"
          label="E-mail"
          optional
          hint="We send the link. It names nobody."
          defaultValue={typed?.email}
          errors={errors?.email}
        />
        <p>
          <Button name="intent" value="invite" icon={LinkIcon}>
            Make the link
          </Button>
        </p>
      </FormIn>
    </>
  )
}

function NewLink({ link, isSent }: { link: string; isSent: boolean }) {
  const [isCopied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div className="nt good" role="status">
      <div>
        <p>
          <b>The link is shown once.</b> {isSent ? 'It is on its way by e-mail too.' : 'Give it to this guest only.'}
        </p>
        <p className="row">
          <input
            className="in grow"
            readOnly
            value={link}
            aria-label="Link for the guest"
            onFocus={(event) => event.target.select()}
          />
          <Button type="button" variant="secondary" icon={Copy} onClick={() => void copy()}>
            {isCopied ? 'Copied' : 'Copy'}
          </Button>
        </p>
      </div>
    </div>
  )
}
