import { useEffect, useRef, useState } from 'react'
import { emergencyOf } from '~/domain/intake/emergency-of'
import { formTexts } from '~/domain/intake/form-texts'
import { instrumentOf } from '~/domain/intake/instrument'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { parseFormAnswer } from '~/domain/intake/parse-form-answer'
import { phoneProgress, phoneQuestion, wordsBeside } from '~/domain/intake/phone-questions'
import { dayOf } from '~/domain/time/day-of'
import { sayTime } from '~/domain/time/say-time'
import { firstName } from '~/domain/people/say-names'
import type { PhoneIntake } from '~/features/intake/read-phone-intake.server'
import { Banner } from '~/ui/banner'
import { Bar } from '~/ui/bar'
import { ErrorSummary } from '~/ui/error-summary'
import { SavedMark } from '~/ui/saved-mark'
import { TextArea } from '~/ui/text-area'
import { useClinic } from '~/ui/use-clinic'
import type { ConflictView } from '~/ui/intake/intake-reply'
import { CallAside } from './call-aside'
import { CallField, callFieldId } from './call-field'
import { CallForm } from './call-form'
import { CallHead } from './call-head'
import { CallReadAloud } from './call-read-aloud'
import { CallRed } from './call-red'
import { CallWhatToSay } from './call-what-to-say'
import { SchedulerFrame } from './scheduler-frame'
import { useCallAutosave } from './use-call-autosave'
import { useLetters } from './use-letters'

export type QuestionPage = {
  intake: PhoneIntake
  slug: QuestionKey
  back: string
  callDay: string
  now: Date
  person: { name: string; role: string }
  /** An emergency answer was just put right. */
  corrected: boolean
}

type Result = {
  errors: readonly { key: QuestionKey; message: string }[]
  conflicts: readonly ConflictView[]
  typed: Partial<Record<QuestionKey, string[]>>
}

/** One question of a call: the sentence to read aloud, equal answers, what to say to each, and the way on. */
export function CallQuestionPage({ page, result }: { page: QuestionPage; result: Result | undefined }) {
  const clinic = useClinic()
  const { intake, slug, now, person, corrected } = page
  const [start] = useState(intake)
  const which = instrumentOf(intake.instrumentVersion)
  const [answers, setAnswers] = useState<Answers>(intake.answers)
  const [touched, setTouched] = useState(false)
  const [stays, setStays] = useState(false)
  const { autosave, saving } = useCallAutosave(intake.id, intake.savedAt)
  const disagreed = saving.conflicts.length > 0 ? saving.conflicts : (result?.conflicts ?? [])
  const conflicts = [...new Map(disagreed.map((conflict) => [conflict.key, conflict])).values()]
  const letters = useLetters()
  const heading = useRef<HTMLHeadingElement>(null)
  const here = phoneQuestion(start.answers, slug, which)
  useEffect(() => {
    if (!result?.errors.length) heading.current?.focus()
  }, [result])
  if (!here) return null
  const { question, step } = here
  const beside = wordsBeside(question, which)
  const shown = beside ? [question.key, beside.key] : [question.key]
  const asOf = dayOf(now, clinic.timeZone)
  const value = answers[question.key]
  const progress = phoneProgress(answers, slug, which)
  const problems = {
    ...Object.fromEntries((result?.errors ?? []).map((one) => [one.key, one.message])),
    ...saving.problems,
  }
  const error = (key: QuestionKey) => problems[key]
  const textsOf = (key: QuestionKey) =>
    conflicts.find((one) => one.key === key)?.theirs.texts ?? result?.typed[key] ?? formTexts(key, start.answers[key])
  const versions = {
    ...start.versions,
    ...Object.fromEntries(conflicts.map(({ key, theirs }) => [key, theirs.version])),
  }
  const answered = (key: QuestionKey, texts: string[]) => {
    const read = parseFormAnswer(key, texts, which)
    if (!read.ok) return
    setAnswers((known) => ({ ...known, [key]: read.value }))
    if (key === question.key) setTouched(true)
  }
  const stop = touched && value !== undefined ? emergencyOf(question.key, value, answers, { asOf }) : null
  if (stop?.mode === 'stop' && saving.unreachable)
    return <CallRed text={stop.text} patient={intake.patient} clinic={clinic} />
  const newest = saving.savedAt && saving.savedAt > intake.savedAt ? saving.savedAt : intake.savedAt
  const round = conflicts.map(({ theirs }) => theirs.version).join()
  return (
    <SchedulerFrame person={person} current="calls" slim title="Calls" bodyClass="call-grid">
      <div className="stack s-14">
        <ErrorSummary errors={(result?.errors ?? []).map(({ key, message }) => ({ id: callFieldId(key), message }))} />
        {saving.unreachable ? <NotSaved signedOut={saving.signedOut !== null} stays={stays} /> : null}
        {corrected ? (
          <Banner tone="attention" live="status">
            <b>The answer is changed.</b> Say: “Thank you. A clinician still calls you, to be sure. We can go on.”
          </Banner>
        ) : null}
        {conflicts.map((conflict) => (
          <Banner key={conflict.key} tone="attention" live="alert">
            <b>
              Changed meanwhile
              {conflict.theirs.at ? ` at ${sayTime(conflict.theirs.at, clinic.timeZone)}` : ''}: “
              {conflict.theirs.words}”.
            </b>{' '}
            You had entered “{conflict.mine.words}”. Ask again: what you choose now stands.
          </Banner>
        ))}
        <section className="panel pn" aria-label="The question">
          <CallHead
            patient={intake.patient}
            by={person.name}
            now={now}
            saved={<SavedMark at={sayTime(newest, clinic.timeZone)} state={saving.state} />}
          />
          <div className="pi-p">
            <Bar share={progress.question / progress.questions} />
            <span className="sub">{progress.words}</span>
          </div>
          <CallForm
            key={round}
            {...{ autosave, which, shown, versions }}
            back={page.back}
            name={firstName(intake.patient.name)}
            onAnswer={answered}
            onStay={() => setStays(true)}
          >
            <CallReadAloud {...{ question, step, heading }} />
            <CallField
              question={question}
              answers={answers}
              texts={textsOf(question.key)}
              error={error(question.key)}
              letters={letters.on}
              onMarks={(texts) => {
                autosave.change(question.key, texts, 0)
                answered(question.key, texts)
              }}
            />
            <CallWhatToSay {...{ question, value, answers, asOf }} callDay={page.callDay} />
            {beside ? (
              <TextArea
                id={callFieldId(beside.key)}
                name={beside.key}
                label={`In ${firstName(intake.patient.name)}’s own words, if any`}
                optional
                rows={2}
                maxLength={beside.kind === 'text' ? beside.maxLength : undefined}
                defaultValue={textsOf(beside.key)[0]}
                errors={error(beside.key) ? [error(beside.key) ?? ''] : null}
                className="mt-12"
              />
            ) : null}
          </CallForm>
        </section>
      </div>
      <CallAside intake={intake} answers={answers} which={which} here={question.key} letters={letters} />
    </SchedulerFrame>
  )
}

function NotSaved({ signedOut, stays }: { signedOut: boolean; stays: boolean }) {
  return (
    <Banner tone="attention" live="alert">
      <b>Not saved yet. We keep trying.</b> {signedOut ? 'You were signed out: sign in again in a new tab. ' : ''}The
      last answer is kept on this page until then.
      {stays ? ' You can go on when it is saved.' : ''}
    </Banner>
  )
}
