import { useLocation } from '@remix-run/react'
import { useState } from 'react'

/** What the last act on this page was answered; unlike the framework's own it outlives a reload of the page's data. */
export function useKeptAnswer<Answer extends object>(answer: Answer | undefined): Answer | undefined {
  const { key } = useLocation()
  const [kept, setKept] = useState({ key, answer })
  const next = answer ?? (kept.key === key ? kept.answer : undefined)
  if (kept.key !== key || next !== kept.answer) setKept({ key, answer: next })
  return next
}
