import { ChevronRight, Droplet } from 'lucide-react'
import type { ReactNode } from 'react'
import { emergencyOf } from '~/domain/intake/emergency-of'
import { fixedTexts } from '~/domain/intake/emergency-texts'
import { formTexts } from '~/domain/intake/form-texts'
import { questionOf } from '~/domain/intake/instrument'
import type { Answers, Instrument, QuestionKey } from '~/domain/intake/instrument'
import { Banner } from '~/ui/banner'
import { ExamPicture } from '~/ui/exam-picture'
import { Icon } from '~/ui/icon'
import { useInstrument } from './asked-version'
import { CrisisWords } from './intake-crisis-words'
import { IntakeField } from './intake-field'
import { OnePoint } from './intake-one-point'

type Props = {
  keys: readonly QuestionKey[]
  answers: Answers
  /** The answers the page was made with: fields keep what is typed after that. */
  initial: Answers
  typed: Partial<Record<QuestionKey, string[]>>
  errors: Partial<Record<QuestionKey, string>>
  /** The question that the page's heading asks. */
  headed?: QuestionKey
  asOf: string
  callDay: string
  /** What the pictures of the page show, for those who do not see them. */
  pictured: string
  onPoint: (texts: string[]) => void
}

/** The question on the same page whose answer opened this one. */
function parentOf(key: QuestionKey, keys: readonly QuestionKey[], which: Instrument): QuestionKey | undefined {
  const condition = questionOf(key, which).appliesWhen
  return condition && 'question' in condition ? keys.find((other) => other === condition.question) : undefined
}

/** The questions of a page; what an answer opened stands indented under it. */
export function IntakeQuestions(props: Props) {
  const { keys } = props
  const which = useInstrument()
  return (
    <>
      {keys
        .filter((key) => parentOf(key, keys, which) === undefined)
        .map((key) => (
          <QuestionWithMore key={key} of={key} {...props} />
        ))}
    </>
  )
}

function QuestionWithMore({ of: key, ...props }: Props & { of: QuestionKey }) {
  const { keys, answers, initial, typed, errors, headed, asOf, callDay, pictured, onPoint } = props
  const which = useInstrument()
  const question = questionOf(key, which)
  const opened = keys.filter((other) => parentOf(other, keys, which) === key)
  const value = answers[key]
  const interruption = value === undefined ? null : emergencyOf(key, value, answers, { asOf })
  return (
    <>
      {question.picture ? (
        <ExamPicture name={question.picture} side={question.pictureSide} alt={pictured} lazy />
      ) : null}
      {key === 'onePoint' ? (
        <OnePoint {...{ answers, initial, onPoint }} texts={typed[key]} error={errors[key]} />
      ) : (
        <IntakeField
          question={question}
          texts={typed[key] ?? formTexts(key, initial[key])}
          error={errors[key]}
          headed={headed === key}
          callDay={callDay}
        />
      )}
      {question.why ? <Why>{question.why}</Why> : null}
      {interruption?.mode === 'show' ? (
        <Banner tone="emergency" live="alert" className="mt-16">
          <p>
            <CrisisWords>{fixedTexts.crisis}</CrisisWords>
          </p>
        </Banner>
      ) : null}
      {opened.length > 0 ? (
        <Opened thinner={key === 'bloodThinner' && value === 'yes'}>
          {opened.map((other) => (
            <QuestionWithMore key={other} of={other} {...props} />
          ))}
        </Opened>
      ) : null}
    </>
  )
}

function Opened({ thinner, children }: { thinner: boolean; children: ReactNode }) {
  if (!thinner) return <div className="then">{children}</div>
  const [keep, ...rest] = fixedTexts.bloodThinner.split(/(?<=\.) /)
  return (
    <section className="keep" aria-live="polite">
      <div className="hd">
        <Icon of={Droplet} />
        <div>
          <h2>{keep}</h2>
          <p className="small mt-4">{rest.join(' ')}</p>
        </div>
      </div>
      <div className="bd">
        <p className="small muted">Good that you told us. You can go on.</p>
        {children}
      </div>
    </section>
  )
}

function Why({ children }: { children: string }) {
  return (
    <details className="why">
      <summary className="more">
        <Icon of={ChevronRight} />
        Why we ask this
      </summary>
      <p className="small muted">{children}</p>
    </details>
  )
}
