import type { SubmissionResult } from '@conform-to/react'
import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { isReachable } from '~/ui/steady-fetch'

export const notSent = 'Not sent: the connection is down. What you typed is still here. Try again.'

/**
 * Sends a form without leaving the page. Without a connection nothing is sent and the page says so, because a request that
 * fails would take a running visit down with it. Without scripts the form posts by itself.
 */
export function useSending(action: string) {
  const fetcher = useFetcher<SubmissionResult>()
  const [offline, setOffline] = useState(false)
  const onSubmit = (event: FormEvent<HTMLFormElement>, { formData }: { formData: FormData }) => {
    event.preventDefault()
    void isReachable().then((reachable) => {
      setOffline(!reachable)
      if (reachable) fetcher.submit(formData, { method: 'post', action })
    })
  }
  return { result: fetcher.data, busy: fetcher.state !== 'idle', onSubmit, failed: offline ? notSent : null }
}
