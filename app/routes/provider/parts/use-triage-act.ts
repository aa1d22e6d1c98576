import type { FormEvent } from 'react'
import { paths } from '~/domain/paths'
import { useSending } from './use-sending'

/** Sends one of the small forms about an intake without leaving the page; without scripts the form posts by itself. */
export function useTriageAct(intakeId: string) {
  const { result, busy, onSubmit, failed } = useSending(paths.intakeTriage(intakeId))
  const { error } = result ?? {}
  return {
    busy,
    /** What the whole form was refused for. */
    failed: failed ?? error?.['']?.join(' ') ?? null,
    errorOf: (name: string) => error?.[name] ?? null,
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      const submitter = (event.nativeEvent as SubmitEvent).submitter
      onSubmit(event, { formData: new FormData(event.currentTarget, submitter) })
    },
  }
}
