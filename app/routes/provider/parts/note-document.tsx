import { Lock } from 'lucide-react'
import type { Chart } from '~/features/chart/read-chart.server'
import { noteSections } from '~/domain/note/note-body'
import { sayWhen } from '~/domain/time/say-when'
import { Icon } from '~/ui/icon'
import { useClinic } from '~/ui/use-clinic'

/** A note as it stands: signed and locked with its addenda, or a colleague's draft to read. */
export function NoteDocument({ note }: { note: NonNullable<Chart['note']> }) {
  const { timeZone } = useClinic()
  return (
    <>
      {note.signedAt ? (
        <div className="lockbar">
          <Icon of={Lock} />
          <span>
            <b>Signed and locked</b> by {note.signedByName}
            {note.signedByTitle ? `, ${note.signedByTitle}` : ''} · {sayWhen(note.signedAt, timeZone)}
          </span>
          <span className="end sub">Version {note.version} · nothing in it can change</span>
        </div>
      ) : (
        <div className="lockbar draft">
          <span>
            <b>Draft</b> · saved {sayWhen(note.savedAt, timeZone)}
          </span>
        </div>
      )}
      <div className="notedoc">
        {noteSections.map((section) =>
          note.body[section.key].trim() ? (
            <section key={section.key}>
              <h2>
                {section.title}
                {section.key === 'exam' ? ', not validated remotely' : ''}
              </h2>
              <p className="pre">{note.body[section.key]}</p>
            </section>
          ) : null,
        )}
      </div>
      {note.addenda.map((addendum, at) => (
        <article className="addm" key={addendum.id}>
          <header>
            <b>Addendum {at + 1}</b>
            <span className="sub">
              {addendum.authorName} · {sayWhen(addendum.writtenAt, timeZone)} · signed
            </span>
          </header>
          <p className="pre">{addendum.body}</p>
        </article>
      ))}
    </>
  )
}
