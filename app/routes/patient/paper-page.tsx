import { Form, useSubmit } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { paperKinds } from '~/domain/intake/paper-lists'
import type { PaperKind } from '~/domain/intake/paper-lists'
import type { progressOf } from '~/domain/intake/progress-of'
import { paths } from '~/domain/paths'
import type { Paper } from '~/domain/paper/paper'
import { sayTime } from '~/domain/time/say-time'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Flash } from '~/ui/flash'
import { PatientPage } from '~/ui/patient-page'
import { Progress } from '~/ui/progress'
import { SavedMark } from '~/ui/saved-mark'
import { useClinic } from '~/ui/use-clinic'
import { useHydrated } from '~/ui/use-hydrated'
import { GoOn } from './intake-go-on'
import { PaperKindField } from './paper-kind-field'
import { PaperRemove } from './paper-remove'
import { usePaperQueue } from './use-paper-queue'

export type PapersView = {
  intakeId: string
  papers: readonly Paper[]
  progress: ReturnType<typeof progressOf>
  heading: string
  back: string
  /** The paper that the person asks to remove. */
  removing: Paper | null
  /** The kind of the paper that was just removed. */
  removed: PaperKind | null
  savedAt: Date
  zone: string
}

type Trouble = { kind: PaperKind | null; name: string; message: string }

/** Papers to bring along: by themselves where scripts run, with one form for all kinds where none do. */
export function PapersPage({ page, troubles }: { page: PapersView; troubles: readonly Trouble[] }) {
  const clinic = useClinic()
  const hydrated = useHydrated()
  const submit = useSubmit()
  const { queue, jobs } = usePaperQueue(page.intakeId)
  const { part, partTitle, question, questions } = page.progress
  const [waits, setWaits] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const known = new Set(page.papers.map(({ id }) => id))
  const shown = jobs.filter(({ paperId }) => paperId === null || !known.has(paperId))
  const open = queue.open()
  const added = jobs.filter(({ state }) => state === 'added').length

  useEffect(() => {
    if (page.removed) heading.current?.focus()
  }, [page.removed])

  const whenAllAreHere = async (intent: string) => {
    setWaits(true)
    const whole = await queue.allTaken()
    setWaits(false)
    if (whole) submit({ intent }, { method: 'post' })
  }
  const goOn = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    if (!(submitter instanceof HTMLButtonElement) || open === 0) return
    event.preventDefault()
    if (!waits) void whenAllAreHere(submitter.value)
  }

  return (
    <PatientPage
      clinic={clinic}
      step={{ back: page.back, saved: <SavedMark at={sayTime(page.savedAt, page.zone)} /> }}
      room="sheet"
      above={<Progress part={part} name={partTitle} question={question} questions={questions} />}
    >
      <ErrorSummary
        title={troubles.length === 1 ? '1 paper needs a look' : `${troubles.length} papers need a look`}
        errors={troubles.map(({ kind, name, message }) => ({
          id: kind ?? undefined,
          message: name ? `${name}: ${message}` : message,
        }))}
      />
      {page.removed ? <Flash>Your paper is removed.</Flash> : null}
      <h1 tabIndex={-1} ref={heading}>
        {page.heading}
      </h1>
      <p className="lede">
        They help us get ready for you. Nothing at hand? Go on: you can add papers until you send your answers, or show
        them at your visit.
      </p>
      <p className="sr" role="status">
        {added > 0 ? `${added === 1 ? '1 paper is' : `${added} papers are`} added.` : ''}
      </p>
      <Form method="post" encType="multipart/form-data" action={paths.intakePapers()} onSubmit={goOn} className="mt-16">
        <input type="hidden" name="intake" value={page.intakeId} />
        {paperKinds.map((kind) => (
          <PaperKindField
            key={kind}
            kind={kind}
            papers={page.papers.filter((paper) => paper.kind === kind)}
            jobs={shown.filter((job) => job.kind === kind)}
            queue={queue}
            errors={troubles.filter((one) => one.kind === kind).map(({ name, message }) => `${name}: ${message}`)}
          />
        ))}
        {hydrated ? null : (
          <Button variant="secondary" name="intent" value="add" className="mt-16">
            Add these papers
          </Button>
        )}
        <p className="small muted mt-20">
          PDF, JPEG, PNG or HEIC, up to 10 MB each, 12 papers at most. From a photo we take out where it was taken. Only
          the people who care for you here can open them.
        </p>
        <GoOn>
          {waits ? (
            <p className="small center" role="status">
              We go on when your papers are here.
            </p>
          ) : null}
          <Button large block name="intent" value="continue">
            Continue
          </Button>
        </GoOn>
      </Form>
      {page.removing ? <PaperRemove paper={page.removing} /> : null}
    </PatientPage>
  )
}
