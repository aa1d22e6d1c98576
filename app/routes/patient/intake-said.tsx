import { Link } from '@remix-run/react'
import { answerWords } from '~/domain/intake/answer-words'
import { questionOf } from '~/domain/intake/instrument'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { stepsOf } from '~/domain/intake/steps'
import type { Step } from '~/domain/intake/steps'
import { paths } from '~/domain/paths'
import { SideWords } from '~/ui/side-words'
import { PainPlaces } from './intake-pain-places'

const shownApart: readonly QuestionKey[] = ['painAreas', 'painSide', 'mainArea']

/** Every answer in words, page by page, each page with its way to change it. Plain "no" answers of the safety part fold into one line. */
export function IntakeSaid({ answers }: { answers: Answers }) {
  const parts = Map.groupBy(
    stepsOf(answers).filter(({ slug }) => slug !== 'consent'),
    ({ partTitle }) => partTitle,
  )
  return (
    <>
      <PainPlaces answers={answers} />
      {[...parts].map(([title, steps]) => (
        <section key={title} className="mt-26">
          <h2>{title}</h2>
          {steps.map((step) => (
            <OnePage key={step.slug} step={step} answers={answers} />
          ))}
        </section>
      ))}
    </>
  )
}

function OnePage({ step, answers }: { step: Step; answers: Answers }) {
  const keys = step.keys.filter((key) => answers[key] !== undefined && !shownApart.includes(key))
  if (keys.length === 0) return null
  return (
    <section className="rev">
      <header>
        <h3>{step.title}</h3>
        <Link to={paths.intakeStep(step.slug)} aria-label={`Change: ${step.title}`}>
          Change
        </Link>
      </header>
      <dl className="rev-said">
        {keys.map((key) => (
          <div key={key}>
            <dt>{questionOf(key).label}</dt>
            <dd>
              <SideWords>{words(key, answers)}</SideWords>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function words(key: QuestionKey, answers: Answers): string {
  const value = answers[key]
  return value === undefined ? '' : answerWords(key, value)
}
