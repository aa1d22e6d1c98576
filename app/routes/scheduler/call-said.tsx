import { Link } from '@remix-run/react'
import { answerWords } from '~/domain/intake/answer-words'
import type { Answers, Instrument } from '~/domain/intake/instrument'
import { phoneQuestions } from '~/domain/intake/phone-questions'
import { paths } from '~/domain/paths'
import { SideWords } from '~/ui/side-words'

type Props = { intakeId: string; answers: Answers; which: Instrument; by: string }

const sided = new Set(['painAreas', 'painSide', 'mainArea'])

/** Every answer in words, part by part, to be read back; each leads to its question. */
export function CallSaid({ intakeId, answers, which, by }: Props) {
  const asked = phoneQuestions(answers, which).filter(({ question }) => answers[question.key] !== undefined)
  const parts = Map.groupBy(asked, ({ step }) => step.partTitle)
  return (
    <>
      {[...parts].map(([title, questions]) => (
        <section key={title} className="call-said">
          <h3>{title}</h3>
          <dl>
            {questions.map(({ question }) => {
              const value = answers[question.key]
              const words = value === undefined ? '' : answerWords(question.key, value, which)
              return (
                <div key={question.key}>
                  <dt>
                    <Link to={paths.callStep(intakeId, question.key)}>{question.label}</Link>
                  </dt>
                  <dd>
                    {sided.has(question.key) ? <SideWords>{words}</SideWords> : words}
                    {question.kind === 'consent' ? (
                      <span className="sub"> · given by phone, entered by {by}</span>
                    ) : null}
                  </dd>
                </div>
              )
            })}
          </dl>
        </section>
      ))}
    </>
  )
}
