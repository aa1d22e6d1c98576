import { Clock } from 'lucide-react'
import { emergencyOf } from '~/domain/intake/emergency-of'
import { fixedTexts } from '~/domain/intake/emergency-texts'
import type { AnswerValue, Answers, InstrumentQuestion } from '~/domain/intake/instrument'
import { Banner } from '~/ui/banner'

type Props = {
  question: InstrumentQuestion
  value: AnswerValue | undefined
  answers: Answers
  asOf: string
  /** When a clinician calls whoever is not sure of a safety answer: "today". */
  callDay: string
}

const isNotSure = (value: AnswerValue | undefined) =>
  value === 'not_sure' || (Array.isArray(value) && (value as readonly unknown[]).includes('not_sure'))

/** What to say to the answer that was just given, in fixed words; most answers need none. */
export function CallWhatToSay({ question, value, answers, asOf, callDay }: Props) {
  const shows = value === undefined ? null : emergencyOf(question.key, value, answers, { asOf })
  return (
    <div aria-live="polite">
      {isNotSure(value) && question.emergency ? (
        <Banner tone="attention" icon={Clock} className="mt-12">
          <b>Not sure counts.</b> A clinician calls {callDay}. Say: “{fixedTexts.notSure.replace('today', callDay)}”
          Then go on.
        </Banner>
      ) : null}
      {isNotSure(value) && !question.emergency ? (
        <Banner className="mt-12">Say: “That is a fine answer.”</Banner>
      ) : null}
      {shows?.mode === 'show' ? (
        <Banner tone="emergency" className="mt-12">
          <b>Say this now:</b> “{fixedTexts.crisis}” A clinician calls today. Then go on.
        </Banner>
      ) : null}
      {question.key === 'bloodThinner' && value === 'yes' ? (
        <Banner className="mt-12">
          <b>Say:</b> “{fixedTexts.bloodThinner}”
        </Banner>
      ) : null}
    </div>
  )
}
