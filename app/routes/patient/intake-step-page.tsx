import { useState } from 'react'
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
import { useHydrated } from '~/ui/use-hydrated'
import { AreasCheck } from './intake-areas-check'
import { AreasStep } from './intake-areas-step'
import type { Autosave, AutosaveState } from './intake-autosave'
import { CrisisWords } from './intake-crisis-words'
import { fieldId } from './intake-field'
import { IntakeForm } from './intake-form'
import { OfflineEmergency } from './intake-offline-emergency'
import { IntakeQuestions } from './intake-questions'
import { GoOn } from './intake-go-on'
import { Saved, Unsaved } from './intake-saved'

export type StepData = {
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
  errors: readonly { key: QuestionKey; message: string }[]
  typed: Partial<Record<QuestionKey, string[]>>
}

/** One page of the questions: what is asked follows the answers as they are given. */
export function StepPage({ page, autosave, saving, errors, typed }: Props) {
  const clinic = useClinic()
  const [start] = useState(page)
  const [answers, setAnswers] = useState(page.answers)
  const [danger, setDanger] = useState<{ key: QuestionKey; text: EmergencyText } | null>(null)
  const [stays, setStays] = useState(false)
  const { slug, title, notice } = start.step
  const hydrated = useHydrated()
  const { keys: all } = stepBySlug(answers, slug) ?? start.step
  const keys = hydrated ? all : all.filter((key) => questionOf(key).kind !== 'point')
  const asOf = dayOf(page.today, clinic.timeZone)
  const [first] = start.step.keys
  const headed =
    start.step.keys.length === 1 && first && !questionOf(first).kind.startsWith('region') ? first : undefined
  const { part, partTitle, question, questions } = progressOf(answers, slug)
  const shownErrors = { ...Object.fromEntries(errors.map(({ key, message }) => [key, message])), ...saving.problems }

  const answered = (key: QuestionKey, texts: string[]) => {
    const read = parseFormAnswer(key, texts)
    if (!read.ok) return
    const next: Answers = { ...answers, [key]: read.value }
    setAnswers(next)
    const interruption = read.value === undefined ? null : emergencyOf(key, read.value, next, { asOf })
    if (interruption?.mode === 'stop') setDanger({ key, text: interruption.text })
    else if (danger?.key === key) setDanger(null)
  }

  if (danger && saving.unreachable) return <OfflineEmergency text={danger.text} />
  const areas = slug === 'areas'
  const map = areas || slug === 'areas-check'
  const answer = (key: QuestionKey, texts: string[]) => {
    autosave.change(key, texts, 0)
    answered(key, texts)
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
  }
  return (
    <PatientPage
      clinic={clinic}
      step={{ back: page.back, saved: <Saved saving={saving} at={page.savedAt} zone={page.zone} /> }}
      room={map ? 'sheet-tall' : 'sheet'}
      mainClass={map ? 'tight-top' : undefined}
      above={
        <>
          <Unsaved saving={saving} stays={stays && saving.unreachable} />
          <Progress part={part} name={partTitle} question={question} questions={questions} />
        </>
      }
    >
      <ErrorSummary
        errors={errors.map(({ key, message }) => ({ id: fieldId(key), message: inSummary(key, message) }))}
      />
      <h1 tabIndex={-1} className={map ? 'fs-xl lh-12' : undefined}>
        {headed ? questionOf(headed).label : areas ? questionOf('painAreas').label : title}
      </h1>
      {headed && questionOf(headed).hint ? <p className="lede">{questionOf(headed).hint}</p> : null}
      {notice === 'crisis-988' ? (
        <Banner tone="emergency" className="mt-16">
          <p>
            <CrisisWords>{fixedTexts.crisis}</CrisisWords>
          </p>
        </Banner>
      ) : null}
      <IntakeForm
        {...{ autosave }}
        shown={keys}
        versions={start.versions}
        onAnswer={answered}
        onStay={() => setStays(true)}
        className={map || (headed && optionsOf(questionOf(headed)).length > 0) ? undefined : 'mt-16'}
      >
        {areas ? (
          <AreasStep {...body} onMarks={(texts) => answer('painAreas', texts)} />
        ) : slug === 'areas-check' ? (
          <AreasCheck {...body} />
        ) : (
          <>
            <IntakeQuestions {...body} onPoint={(texts) => answer('onePoint', texts)} />
            <GoOn />
          </>
        )}
      </IntakeForm>
    </PatientPage>
  )
}

/** On a page with several questions the summary names the one it means. */
function inSummary(key: QuestionKey, message: string): string {
  const { label } = questionOf(key)
  return label.length > 60 ? message : `${label} ${message}`
}
