import { CircleX } from 'lucide-react'
import type { noteSections } from '~/domain/note/note-body'
import { classes } from '~/ui/classes'
import { Icon } from '~/ui/icon'

type Props = {
  section: (typeof noteSections)[number]
  value: string
  /** What the software wrote here from the intake. */
  draft: string
  /** What somebody else saved here meanwhile. */
  theirs?: string
  error?: string
  onChange: (words: string) => void
}

/** One section of a note; text from the intake is marked as the software's until a person has edited it. */
export function NoteField({ section, value, draft, theirs, error, onChange }: Props) {
  const id = `note-${section.key}`
  const pulled = draft.length > 0 && value === draft
  const described = [section.hint ? `${id}-hint` : '', pulled ? `${id}-pull` : '', error ? `${id}-error` : '']
  return (
    <div className={classes('note-f', error && 'bad')}>
      <label htmlFor={id}>{section.title}</label>
      {section.hint ? (
        <p className="hn" id={`${id}-hint`}>
          {section.hint}
        </p>
      ) : null}
      {pulled ? (
        <p className="hn" id={`${id}-pull`}>
          <span className="pull">Written by software from the intake. Not yet edited.</span>
        </p>
      ) : null}
      {error ? (
        <p className="er" id={`${id}-error`}>
          <Icon of={CircleX} />
          {error}
        </p>
      ) : null}
      <textarea
        id={id}
        name={section.key}
        className={classes('note-t', pulled && 'pulled')}
        rows={2}
        maxLength={20_000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
      />
      {theirs !== undefined && theirs !== value ? (
        <p className="hn">
          Saved elsewhere meanwhile: <span className="pre">{theirs || 'empty'}</span>
        </p>
      ) : null}
    </div>
  )
}
