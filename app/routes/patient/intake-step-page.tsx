import { useState } from 'react'
import type { ReactNode } from 'react'
import { emergencyOf } from '~/domain/intake/emergency-of'
import type { EmergencyText } from '~/domain/intake/emergency-texts'
import { fixedTexts } from '~/domain/intake/emergency-texts'
import { questionOf } from '~/domain/intake/instrument'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import { parseFormAnswer } from '~/domain/intake/parse-form-answer'
import { progressOf } from '~/domain/intake/progress-of'
import { stepBySlug } from '~/domain/intake/steps'
import type { Step } from '~/domain/intake/steps'
import { dayOf } from '~/domain/time/day-of'
import { Banner } from '~/ui/banner'
import { ErrorSummary } from '~/ui/error-summary'
import { PatientPage } from '~/ui/patient-page'
import { Progress } from '~/ui/progress'
import { useClinic } from '~/ui/use-clinic'
import { useInstrument } from './asked-version'
import { AreasCheck } from './intake-areas-check'
import { AreasStep } from './intake-areas-step'
import type { Autosave, AutosaveState } from '~/ui/intake/intake-autosave'
import { CrisisWords } from './intake-crisis-words'
import { EmergencyNow } from './intake-emergency-now'
import { fieldId } from './intake-field'
import { IntakeForm } from './intake-form'
import { IntakeQuestions } from './intake-questions'
import { GoOn } from './intake-go-on'
import { KeptHere, Saved, Unsaved } from './intake-saved'
import type { Owner } from './use-intake-session'

export type StepData = {
  owner: Owner
  /** The version of the questions that this intake began with. */
  version: string
  step: Step
  back: string
  answers: Answers
  versions: Partial<Record<QuestionKey, number>>
  savedAt: Date
  zone: string
  today: Date
  callDay: string
}

type Props = {
  page: StepData
  autosave: Autosave
  saving: AutosaveState
  /** The stream of changes and the dialog of signing in again. */
  parts: ReactNode
  onSignIn: () => void
  /** Somebody wanted to leave while something was not saved. */
  held: boolean
  errors: readonly { key: QuestionKey; message: string }[]
  typed: Partial<Record<QuestionKey, string[]>>
}

/** One page of the questions: what is asked follows the answers as they are given. */
export function StepPage({ page, autosave, saving, parts, onSignIn, held, errors, typed }: Props) {
  const clinic = useClinic()
  const which = useInstrument()
  const [start] = useState(page)
  const [answers, setAnswers] = useState(page.answers)
  const [danger, setDanger] = useState<{ key: QuestionKey; text: EmergencyText } | null>(null)
  const [stays, setStays] = useState(false)
  const { slug, title, notice, lead, instructions } = start.step
  const { keys } = stepBySlug(answers, slug, which) ?? start.step
  const asOf = dayOf(page.today, clinic.timeZone)
  const [first] = start.step.keys
  const headed =
    start.step.keys.length === 1 && !instructions && first && !questionOf(first, which).kind.startsWith('region')
      ? first
      : undefined
  const { part, partTitle, question, questions, left } = progressOf(answers, slug, which)
  const shownErrors = { ...Object.fromEntries(errors.map(({ key, message }) => [key, message])), ...saving.problems }

  const isOver = saving.state === 'saved' && saving.waiting === 0 && !saving.emergency
  const alarm = isOver ? null : danger

  const answered = (key: QuestionKey, texts: string[], settled: boolean) => {
    const read = parseFormAnswer(key, texts, which)
    if (!read.ok) return
    const next: Answers = { ...answers, [key]: read.value }
    setAnswers(next)
    const interruption = read.value === undefined ? null : emergencyOf(key, read.value, next, { asOf })
    const stops = interruption?.mode === 'stop' && settled
    setDanger(stops ? { key, text: interruption.text } : alarm?.key === key ? null : alarm)
  }

  const areas = slug === 'areas'
  const map = areas || slug === 'areas-check'
  const answer = (key: QuestionKey, texts: string[]) => {
    autosave.change(key, texts, 0)
    answered(key, texts, true)
  }
  const body = {
    keys,
    answers,
    initial: start.answers,
    typed,
    errors: shownErrors,
    headed,
    asOf,
    callDay: page.callDay,
    pictured: title,
  }
  const form = (
    <PatientPage
      clinic={clinic}
      step={{ back: page.back, saved: <Saved saving={saving} at={page.savedAt} zone={page.zone} /> }}
      room={map ? 'sheet-tall' : 'sheet'}
      mainClass={map ? 'tight-top' : undefined}
      above={
        <>
          {alarm ? null : parts}
          <Unsaved saving={saving} stays={stays || held} onSignIn={onSignIn} />
          <Progress
            part={part}
            name={partTitle}
            question={question}
            questions={questions}
            more={
              <>
                <span className="nowrap">
                  Question {question} of {questions} ·
                </span>{' '}
                <span className="nowrap">{left}</span>
              </>
            }
          />
        </>
      }
    >
      <ErrorSummary
        errors={errors.map(({ key, message }) => ({
          id: fieldId(key),
          message: inSummary(questionOf(key, which).label, message),
        }))}
      />
      <h1 tabIndex={-1} className={map ? 'fs-xl lh-12' : undefined}>
        {headed ? questionOf(headed, which).label : areas ? questionOf('painAreas', which).label : title}
      </h1>
      {headed && questionOf(headed, which).hint ? <p className="lede">{questionOf(headed, which).hint}</p> : null}
      {lead ? <p className="lede">{lead}</p> : null}
      {instructions ? (
        <ol className="does mt4">
          {instructions.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ol>
      ) : null}
      {notice === 'crisis-988' ? (
        <Banner tone="emergency" className="mt-16">
          <p>
            <CrisisWords>{fixedTexts.crisis}</CrisisWords>
          </p>
        </Banner>
      ) : null}
      <IntakeForm
        {...{ autosave }}
        owner={page.owner}
        shown={keys}
        versions={start.versions}
        onAnswer={answered}
        onStay={() => (saving.signedOut ? onSignIn() : setStays(true))}
        className={map || (headed && optionsOf(questionOf(headed, which)).length > 0) ? undefined : 'mt-16'}
      >
        {areas ? (
          <AreasStep {...body} onMarks={(texts) => answer('painAreas', texts)} />
        ) : slug === 'areas-check' ? (
          <AreasCheck {...body} />
        ) : (
          <>
            <IntakeQuestions {...body} onPoint={(texts) => answer('onePoint', texts)} />
            <KeptHere saving={saving} at={page.savedAt} zone={page.zone} onTry={() => void autosave.flush()} />
            <GoOn />
          </>
        )}
      </IntakeForm>
    </PatientPage>
  )
  return (
    <>
      {alarm ? (
        <>
          <EmergencyNow text={alarm.text} saving={saving} onSignIn={onSignIn} />
          {parts}
        </>
      ) : null}
      <div hidden={alarm !== null}>{form}</div>
    </>
  )
}

/** On a page with several questions the summary names the one it means. */
function inSummary(label: string, message: string): string {
  return label.length > 60 ? message : `${label} ${message}`
}
