import { Form } from '@remix-run/react'
import type { FormEvent, ReactNode } from 'react'
import { paths } from '~/domain/paths'
import { Banner } from '~/ui/banner'
import type { TriageView } from './triage-view'

type Props = {
  view: Pick<TriageView, 'intakeId'>
  /** The visit that the page belongs to, to come back to; null on the intake's own page. */
  visitId: string | null
  intent: 'agree' | 'ask' | 'exam'
  failed: string | null
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  className?: string
  label?: string
  children: ReactNode
}

/** A form about an intake: where it posts to, what it asks for, and where it leads back to. */
export function TriageForm({ view, visitId, intent, failed, onSubmit, className, label, children }: Props) {
  return (
    <Form
      method="post"
      action={paths.intakeTriage(view.intakeId)}
      onSubmit={onSubmit}
      className={className}
      aria-label={label}
      preventScrollReset
    >
      <input type="hidden" name="intent" value={intent} />
      {visitId ? <input type="hidden" name="visitId" value={visitId} /> : null}
      {failed ? (
        <Banner tone="emergency" live="alert" className="mb-8">
          {failed}
        </Banner>
      ) : null}
      {children}
    </Form>
  )
}
