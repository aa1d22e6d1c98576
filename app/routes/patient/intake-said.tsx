import { Link } from '@remix-run/react'
import { ChevronRight } from 'lucide-react'
import { answerWords } from '~/domain/intake/answer-words'
import { questionOf } from '~/domain/intake/instrument'
import type { Answers, Instrument, QuestionKey } from '~/domain/intake/instrument'
import { stepsOf } from '~/domain/intake/steps'
import type { Step } from '~/domain/intake/steps'
import { paths } from '~/domain/paths'
import { Icon } from '~/ui/icon'
import { SideWords } from '~/ui/side-words'
import { useInstrument } from './asked-version'
import { PainPlaces } from './intake-pain-places'

const shownApart: readonly QuestionKey[] = ['painAreas', 'painSide', 'mainArea']

/** Every answer in words, page by page, each page with its way to change it. Of the safety part, what was answered "no" folds into one line. */
export function IntakeSaid({ answers }: { answers: Answers }) {
  const steps = stepsOf(answers, useInstrument()).filter(({ slug }) => slug !== 'consent')
  const parts = Map.groupBy(steps, ({ partTitle }) => partTitle)
  return (
    <>
      <PainPlaces answers={answers} />
      {[...parts].map(([title, pages]) => (
        <section key={title}>
          <h2 className="h-sec">{title}</h2>
          {pages[0]?.section === 'safety' ? (
            <Safety pages={pages} answers={answers} />
          ) : (
            pages.map((page) => <OnePage key={page.slug} page={page} keys={shownOf(page, answers)} answers={answers} />)
          )}
        </section>
      ))}
    </>
  )
}

function shownOf(page: Step, answers: Answers): QuestionKey[] {
  return page.keys.filter((key) => answers[key] !== undefined && !shownApart.includes(key))
}

function isPlainNo(key: QuestionKey, answers: Answers): boolean {
  const value = answers[key]
  return value === 'no' || (Array.isArray(value) && value.length === 1 && value[0] === 'none')
}

function Safety({ pages, answers }: { pages: readonly Step[]; answers: Answers }) {
  const said = pages.map((page) => ({ page, keys: shownOf(page, answers) }))
  const no = said.map(({ page, keys }) => ({ page, keys: keys.filter((key) => isPlainNo(key, answers)) }))
  const other = said.map(({ page, keys }) => ({ page, keys: keys.filter((key) => !isPlainNo(key, answers)) }))
  const count = no.reduce((sum, { keys }) => sum + keys.length, 0)
  return (
    <>
      {other.map(({ page, keys }) => (
        <OnePage key={page.slug} page={page} keys={keys} answers={answers} />
      ))}
      {count > 0 ? (
        <details className="rev">
          <summary className="more">
            <Icon of={ChevronRight} />
            {count === 1 ? '1 question answered “No” or “None”' : `${count} questions answered “No” or “None”`}
          </summary>
          {no.map(({ page, keys }) => (
            <OnePage key={page.slug} page={page} keys={keys} answers={answers} />
          ))}
        </details>
      ) : null}
    </>
  )
}

function OnePage({ page, keys, answers }: { page: Step; keys: readonly QuestionKey[]; answers: Answers }) {
  const which = useInstrument()
  if (keys.length === 0) return null
  return (
    <section className="rev">
      <header>
        <h3>{page.title}</h3>
        <Link to={paths.intakeStep(page.slug)} aria-label={`Change: ${page.title}`}>
          Change
        </Link>
      </header>
      <dl className="rev-said">
        {keys.map((key) => (
          <div key={key}>
            <dt>{questionOf(key, which).label}</dt>
            <dd>{words(key, answers, which)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const sides = ['My left', 'My right', 'Both']

function words(key: QuestionKey, answers: Answers, which: Instrument) {
  const value = answers[key]
  const said = value === undefined ? '' : answerWords(key, value, which)
  return sides.includes(said) ? <SideWords>{said}</SideWords> : said
}
