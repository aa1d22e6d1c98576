import { Link } from '@remix-run/react'
import { CircleCheck, CircleDashed, Languages } from 'lucide-react'
import { answerWords } from '~/domain/intake/answer-words'
import type { Answers, Instrument, QuestionKey } from '~/domain/intake/instrument'
import { phoneQuestions } from '~/domain/intake/phone-questions'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import type { PhoneIntake } from '~/features/intake/read-phone-intake.server'
import { CheckLine } from '~/ui/check-line'
import { Hydrated } from '~/ui/hydrated'
import { Icon } from '~/ui/icon'
import { useClinic } from '~/ui/use-clinic'

type Props = {
  intake: PhoneIntake
  answers: Answers
  which: Instrument
  /** The question that is open. */
  here?: QuestionKey
  letters?: { on: boolean; turn: (on: boolean) => void }
}

/** Beside the question: what was said first, and what is answered so far. */
export function CallAside({ intake, answers, which, here, letters }: Props) {
  return (
    <aside className="stack s-14" aria-label="This call">
      <Before intake={intake} answers={answers} which={which} />
      <SoFar intake={intake} answers={answers} which={which} here={here} />
      {letters ? (
        <Hydrated>
          <div className="pad-x-14">
            <CheckLine
              id="letters"
              name="letters"
              checked={letters.on}
              onChange={(event) => letters.turn(event.currentTarget.checked)}
            >
              Letters Y, N and S answer
            </CheckLine>
          </div>
        </Hydrated>
      ) : null}
    </aside>
  )
}

function Before({ intake: { agreement, patient }, answers, which }: Pick<Props, 'intake' | 'answers' | 'which'>) {
  const { timeZone } = useClinic()
  const { language, interpreter } = answers
  const needs = interpreter === 'spoken' || interpreter === 'sign'
  return (
    <section className="panel pn" aria-labelledby="before-h">
      <div className="grp">
        <h2 id="before-h">Before you started</h2>
      </div>
      <Line
        done
        title="Name and date of birth said back"
        sub={agreement ? sayTime(agreement.saidBackAt, timeZone) : ''}
      />
      <Line
        done
        title={agreement?.tookOver ? 'Agreed to be asked by phone instead' : 'Agreed to answer by phone'}
        sub={agreement ? `${sayTime(agreement.agreedAt, timeZone)} · version ${agreement.version}` : ''}
      />
      {language ? (
        <Line
          done={!needs}
          icon={needs ? Languages : undefined}
          title={`Speaks ${language}${interpreter === 'no' ? ', no interpreter' : ''}`}
          sub={needs && interpreter ? `Interpreter: ${answerWords('interpreter', interpreter, which)}` : undefined}
        />
      ) : null}
      {patient.hasEmail ? (
        <Line done title="E-mail: yes" sub="They can see and correct all of it until it is sent" />
      ) : (
        <Line title="E-mail: none" sub="A paper copy goes by mail: print it before you send" />
      )}
    </section>
  )
}

function Line(props: { done?: boolean; icon?: typeof CircleCheck; title: string; sub?: string }) {
  return (
    <div className="cl">
      <span className={props.done ? 'ic g' : 'ic w'}>
        <Icon of={props.icon ?? (props.done ? CircleCheck : CircleDashed)} />
      </span>
      <span>
        <b>{props.title}</b>
        {props.sub ? <span className="sub">{props.sub}</span> : null}
      </span>
    </div>
  )
}

/** The pages of this part with what was answered there; each leads back to its first question. */
function SoFar({ intake, answers, which, here }: Pick<Props, 'intake' | 'answers' | 'which' | 'here'>) {
  const asked = phoneQuestions(answers, which)
  const part = asked.find(({ question }) => question.key === here)?.step.part ?? asked.at(-1)?.step.part
  const pages = Map.groupBy(
    asked.filter(({ step }) => step.part === part),
    ({ step }) => step.slug,
  )
  const rows = [...pages.values()].map((questions) => {
    const first = questions[0]
    const required = questions.filter(({ question }) => question.required)
    const given = required.filter(({ question }) => answers[question.key] !== undefined)
    return {
      first,
      needed: required.length > 0,
      done: given.length === required.length,
      words: said(questions, answers, which),
    }
  })
  const needed = rows.filter((row) => row.needed)
  const done = needed.filter((row) => row.done).length
  return (
    <section className="panel pn" aria-labelledby="so-far-h">
      <div className="grp">
        <h2 id="so-far-h">Answered so far</h2>
        <span>
          {done} of {needed.length}
        </span>
      </div>
      <table className="tbl dense">
        <tbody>
          {rows.map(({ first, words }) =>
            first ? (
              <tr key={first.step.slug} className={first.step.slug === slugOf(asked, here) ? 'cur' : undefined}>
                <td>
                  <Link to={paths.callStep(intake.id, first.question.key)}>{first.step.title}</Link>
                </td>
                <td className="right nowrap">{words}</td>
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </section>
  )
}

type Asked = ReturnType<typeof phoneQuestions>

const slugOf = (asked: Asked, key: QuestionKey | undefined) =>
  asked.find(({ question }) => question.key === key)?.step.slug

const plain = new Set(['No', 'None'])

/** One page in a few words: its only answer, "No" when all are, else how many are answered. */
function said(questions: Asked, answers: Answers, which: Instrument): string {
  const given = questions.flatMap(({ question }) => {
    const value = answers[question.key]
    return value === undefined ? [] : [answerWords(question.key, value, which)]
  })
  if (given.length === 0) return 'Not asked yet'
  if (given.every((words) => plain.has(words)))
    return given.length < questions.length ? `${given.length} of ${questions.length}` : 'No'
  const [only = ''] = given
  return questions.length === 1 && only.length <= 14 ? only : `${given.length} of ${questions.length}`
}
