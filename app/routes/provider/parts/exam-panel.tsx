import { groupWords } from '~/domain/exam/exam-words'
import { gates } from '~/domain/exam/gates'
import type { GateId } from '~/domain/exam/gates'
import { manoeuvreGroups } from '~/domain/exam/manoeuvre'
import { manoeuvres } from '~/domain/exam/manoeuvres'
import { Button } from '~/ui/button'
import { SegmentField } from '~/ui/segment-field'
import { ExamTest } from './exam-test'
import { TriageForm } from './triage-form'
import type { TriageView } from './triage-view'
import { useTriageAct } from './use-triage-act'

type Props = { view: TriageView; visitId: string | null }

/** The first two groups are the exam of the SI joint; the others are opened when they are wanted. */
const firstGroups = ['pain', 'provocation'] as const

/** The SI exam: every test with its gates, what the person does, and what was found. Only what is filled in is saved. */
export function ExamPanel({ view, visitId }: Props) {
  const act = useTriageAct(view.intakeId)
  const { exam } = view
  const { done, positive, needed } = exam.count
  const groups = manoeuvreGroups.map((group) => ({
    group,
    tests: manoeuvres.filter((one) => one.group === group),
    first: firstGroups.some((one) => one === group),
  }))
  const list = (group: (typeof groups)[number]) => (
    <ul key={group.group} aria-label={groupWords[group.group]}>
      {group.tests.map((test) => (
        <ExamTest key={test.id} test={test} exam={exam} errorOf={act.errorOf} />
      ))}
    </ul>
  )
  return (
    <section className="exam exam-x" aria-label="SI exam">
      <div className="row wrap">
        <h2>{exam.byVideo ? 'SI exam by video' : 'SI exam'}</h2>
        <span className="grow" />
        <span className="sub">
          {done} of {needed} tests that count · {positive} positive
        </span>
      </div>
      <Ask ids={openAsks(view)} />
      <TriageForm
        key={view.seen ?? 'draft'}
        view={view}
        visitId={visitId}
        intent="exam"
        failed={act.failed}
        onSubmit={act.onSubmit}
        label="SI exam"
      >
        {exam.byVideo ? (
          <input type="hidden" name="mode" value="video" />
        ) : (
          <SegmentField
            legend="Where"
            legendHidden
            name="mode"
            id="exam-mode"
            defaultValue="in_person"
            choices={[
              { value: 'in_person', label: 'In person' },
              { value: 'video', label: 'By video' },
            ]}
          />
        )}
        {groups.filter((group) => group.first).map(list)}
        <details className="why-d">
          <summary className="ln more-t">
            <span>More tests: load, nerves, hip, back</span>
          </summary>
          {groups.filter((group) => !group.first).map(list)}
        </details>
        <div className="row wrap mt-10">
          <Button busy={act.busy}>Save what was tested</Button>
          <span className="sub">Tests left at “Not done” are not saved.</span>
        </div>
      </TriageForm>
    </section>
  )
}

function openAsks({ exam }: TriageView): GateId[] {
  return [...new Set(Object.values(exam.gates).flatMap((one) => one.ask))]
}

/** What to ask before the first movement test, because the answers do not say. */
function Ask({ ids }: { ids: readonly GateId[] }) {
  const questions = ids.flatMap((id) => {
    const gate = gates[id]
    return 'ask' in gate ? [gate.ask] : []
  })
  if (questions.length === 0) return null
  return (
    <details className="why-d">
      <summary className="sub">Ask first: {questions.length} things the answers do not say</summary>
      <ul className="said-l">
        {questions.map((question) => (
          <li key={question}>“{question}”</li>
        ))}
      </ul>
    </details>
  )
}
