import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { paths } from '~/domain/paths'
import { Button } from '~/ui/button'
import { Dialog } from '~/ui/dialog'
import { ErrorSummary } from '~/ui/error-summary'
import type { SignedOut } from '~/ui/intake/intake-autosave'
import { carryFields, ownerFields } from './intake-carry'
import { CodeField, PasswordFields } from './intake-sign-in-fields'
import type { SignInErrors } from './intake-sign-in-page'
import { signedOutWords } from './intake-signed-out-words'
import type { Owner } from './use-intake-session'

type Props = {
  why: SignedOut
  owner: Owner
  onIn: () => void
  onClose: () => void
  /** The person prefers a page of its own. */
  onPage: () => void
}

type Answer = { stage: 'password' | 'code' | 'in'; email: string; errors: SignInErrors }

/** Signing in again without leaving the page, the second lock included; only as the person whose page it is. */
export function SignInDialog({ why, owner, onIn, onClose, onPage }: Props) {
  const { title, lead } = signedOutWords[why]
  const fetcher = useFetcher<Answer>()
  const answer = fetcher.data
  const stage = answer?.stage === 'code' ? 'code' : 'password'
  const done = useRef(false)
  useEffect(() => {
    if (answer?.stage !== 'in' || done.current) return
    done.current = true
    onIn()
  }, [answer, onIn])
  useEffect(() => {
    if (stage === 'code') document.getElementById('sign-in-code')?.focus()
  }, [stage])
  const errors = answer?.errors ?? {}
  const all = Object.entries(errors).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ id: name === '' ? undefined : `sign-in-${name}`, message })),
  )
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{lead}</p>
      <ErrorSummary title="That did not work" errors={fetcher.state === 'idle' ? all : []} />
      <fetcher.Form method="post" action={paths.intakeSignIn()} className="mt4" noValidate>
        <input type="hidden" name={carryFields.byScript} value="1" />
        <input type="hidden" name={ownerFields.who} value={owner.who} />
        {stage === 'code' ? (
          <CodeField errors={errors} />
        ) : (
          <PasswordFields key={answer?.email} email={answer?.email ?? ''} errors={errors} />
        )}
        <Button large block className="mt-20" name="intent" value={stage} busy={fetcher.state !== 'idle'}>
          Sign in
        </Button>
      </fetcher.Form>
      <p className="mt-10">
        <button type="button" className="btn quiet" onClick={onPage}>
          Use the sign-in page instead
        </button>
      </p>
    </Dialog>
  )
}
