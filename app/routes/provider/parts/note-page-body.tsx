import type { SubmissionResult } from '@conform-to/react'
import { ArrowLeft, Printer } from 'lucide-react'
import { kindWords } from '~/domain/chart/visit-words'
import type { ClinicWatch } from '~/domain/chart/clinic-watch'
import { paths } from '~/domain/paths'
import { sayDate } from '~/domain/time/say-date'
import type { VisitTime } from '~/domain/visit/visit-time'
import type { Chart } from '~/features/chart/read-chart.server'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Hydrated } from '~/ui/hydrated'
import { PrintHead } from '~/ui/print-head'
import { sayAge } from '~/ui/provider/say-person'
import { useClinic } from '~/ui/use-clinic'
import { AddendumForm } from './addendum-form'
import { BoundFacts } from './bound-facts'
import type { chartView } from './chart-view.server'
import { NoteDocument } from './note-document'
import { NotePane } from './note-pane'
import type { NoteReply } from './note-reply'
import { SideMark } from './side-mark'
import { TimeTogether } from './time-together'

type Props = {
  page: Pick<Chart, 'visit' | 'note' | 'order' | 'mine'> & {
    watch: ClinicWatch
    time: VisitTime
    view: ReturnType<typeof chartView>
  }
  reply: { note?: NoteReply; addendum?: SubmissionResult } | undefined
}

/** The note by itself: to finish, to sign, to read, to add to, to print. */
export function NotePageBody({ page, reply }: Props) {
  const { visit, note, view, watch } = page
  const clinic = useClinic()
  const zone = clinic.timeZone
  const age = sayAge(visit.patient.bornOn, watch.now, zone)
  return (
    <>
      <header className="v-bar">
        <ButtonLink
          to={paths.visit(visit.id)}
          variant="secondary"
          className="icon"
          icon={ArrowLeft}
          aria-label="Back to the visit"
        />
        <h1>{visit.patient.name}</h1>
        <span className="muted">
          {age ? `${age} · ` : ''}
          {kindWords[visit.kind]} note · {sayDate(visit.startsAt, zone)}
        </span>
        <span className="sep" />
        <SideMark side={view.side} />
        <span className="grow" />
        {note?.signedAt ? (
          <Hydrated>
            <Button type="button" variant="secondary" icon={Printer} onClick={() => window.print()}>
              Print
            </Button>
          </Hydrated>
        ) : null}
      </header>
      <PrintHead
        clinic={`${clinic.name} · ${clinic.phone}`}
        person={`${visit.patient.name}${visit.patient.bornOn ? `, born ${visit.patient.bornOn}` : ''}`}
        paper={`${kindWords[visit.kind]} note, ${sayDate(visit.startsAt, zone)}`}
      />
      <div className="s-body two side-404 pad-16-20" tabIndex={-1}>
        <div className="panel pn">
          {note?.signedAt ? (
            <>
              <NoteDocument note={note} />
              <AddendumForm
                key={note.addenda.length}
                visitId={visit.id}
                number={note.addenda.length + 1}
                lastResult={reply?.addendum}
              />
            </>
          ) : (
            <NotePane chart={page} draft={view.draft} side={view.side} reply={reply?.note} then="note" />
          )}
        </div>
        <div className="stack s-14">
          <TimeTogether time={page.time} brief />
          <BoundFacts page={page} />
        </div>
      </div>
    </>
  )
}
