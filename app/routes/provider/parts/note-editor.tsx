import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { noteSections } from '~/domain/note/note-body'
import type { NoteBody } from '~/domain/note/note-body'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { SavedMark } from '~/ui/saved-mark'
import { isReachable } from '~/ui/steady-fetch'
import { useClinic } from '~/ui/use-clinic'
import { NoteField } from './note-field'
import type { NoteReply } from './note-reply'
import { useNote } from './use-note'
import type { KeptText } from './note-keeper'

type Props = {
  visitId: string
  title: string
  kept: KeptText
  /** What the software wrote from the intake; shown as such until it is edited. */
  draft: NoteBody | null
  /** What a form post without scripts brought back. */
  reply: NoteReply | undefined
  /** Where signing leads: the same page of a running visit, or the signed note. */
  then: 'visit' | 'note'
  mayBegin: boolean
  /** Above the sign button: the side, the order. */
  before?: ReactNode
  after?: ReactNode
}

/** Writes, keeps and signs a note. Works as a plain form; with scripts it is kept while it is typed. */
export function NoteEditor({ visitId, title, kept, draft, reply, then, mayBegin, before, after }: Props) {
  const { timeZone } = useClinic()
  const fetcher = useFetcher<{ note?: NoteReply }>()
  const answer = fetcher.data?.note ?? reply
  const { note, keeper } = useNote({ visitId, kept: reply?.kept ?? kept, typed: reply?.typed })
  const form = useRef<HTMLFormElement>(null)
  const [offline, setOffline] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const native = event.nativeEvent as SubmitEvent
    const intent = native.submitter instanceof HTMLButtonElement ? native.submitter.value : 'save'
    const kept = (await keeper.settle()) && (await isReachable())
    setOffline(!kept)
    if (!kept || !form.current) return
    const data = new FormData(form.current)
    data.set('intent', intent)
    void fetcher.submit(data, { method: 'post', action: paths.visitNote(visitId) })
  }

  const theirs = fetcher.data?.note?.kept
  useEffect(() => {
    if (theirs) keeper.absorb(theirs)
  }, [theirs, keeper])

  useEffect(() => {
    if (answer?.field) document.getElementById(`note-${answer.field}`)?.focus()
  }, [answer])

  return (
    <form
      ref={form}
      className="note-form"
      method="post"
      action={paths.visitNote(visitId)}
      onSubmit={(event) => void submit(event)}
      aria-label={title}
    >
      <input type="hidden" name="version" value={note.version} />
      <input type="hidden" name="then" value={then} />
      <div className="note-h">
        <h2 className="pane-h">{title}</h2>
        <span className="grow" />
        <SavedMark at={note.savedAt ? sayTime(note.savedAt, timeZone) : null} state={note.state} />
      </div>
      <div className="note">
        {note.state === 'not-saved' ? (
          <Banner tone="attention" live="alert" className="mt-8">
            {note.refusal ?? 'Not saved yet. We keep trying. What you typed is safe on this page.'}
          </Banner>
        ) : null}
        {note.mergedSections.length > 0 ? (
          <Banner tone="attention" live="alert" className="mt-8">
            <p>
              <b className="strong">This note was also saved somewhere else.</b> Both texts stand in{' '}
              {noteSections
                .filter((section) => note.mergedSections.includes(section.key))
                .map((section) => section.title)
                .join(', ')}
              . Nothing was lost.
            </p>
            <button type="button" className="btn secondary mt-8" onClick={() => keeper.seen()}>
              I have looked at it
            </button>
          </Banner>
        ) : null}
        {offline ? (
          <Banner tone="emergency" live="alert" className="mt-8">
            Not signed: the connection is down. Your text is still here.
          </Banner>
        ) : answer?.message ? (
          <Banner tone="emergency" live="alert" className="mt-8">
            {answer.message}
          </Banner>
        ) : null}
        {noteSections.map((section) => (
          <NoteField
            key={section.key}
            section={section}
            value={note.text[section.key]}
            draft={draft?.[section.key] ?? ''}
            theirs={answer?.theirs?.[section.key]}
            error={answer?.field === section.key ? answer?.message : undefined}
            onChange={(words) => keeper.change(section.key, words)}
          />
        ))}
      </div>
      <div className="v-sign">
        {before}
        <div className="row">
          {after}
          {mayBegin ? (
            <Button
              name="intent"
              value="sign"
              variant={after ? 'secondary' : 'primary'}
              large
              busy={fetcher.state !== 'idle'}
            >
              Sign note
            </Button>
          ) : null}
          <noscript>
            <Button name="intent" value="save" variant="secondary" large>
              Save draft
            </Button>
          </noscript>
        </div>
        <p className="sub mt-8">
          {mayBegin ? 'Signing locks the note.' : 'The note can be signed once the visit has begun.'}
        </p>
      </div>
    </form>
  )
}
