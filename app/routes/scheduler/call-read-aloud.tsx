import { ChevronRight } from 'lucide-react'
import type { RefObject } from 'react'
import { fixedTexts } from '~/domain/intake/emergency-texts'
import type { InstrumentQuestion } from '~/domain/intake/instrument'
import { readAloud } from '~/domain/intake/phone-questions'
import type { Step } from '~/domain/intake/steps'
import { classes } from '~/ui/classes'
import { Icon } from '~/ui/icon'

type Props = { question: InstrumentQuestion; step: Step; heading: RefObject<HTMLHeadingElement> }

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

const ends = (question: InstrumentQuestion) =>
  question.kind === 'number' && question.lowLabel && question.highLabel
    ? `${question.min} is ${lower(question.lowLabel)}. ${question.max} is ${lower(question.highLabel)}.`
    : null

/** The words of the instrument, nothing more and nothing less, with what belongs to them. */
export function CallReadAloud({ question, step, heading }: Props) {
  const also = [question.kind === 'consent' ? null : question.hint, ends(question)].filter(Boolean).join(' ')
  const words = readAloud(question)
  const lists = question.kind === 'choice' || question.kind === 'multi-choice'
  return (
    <>
      {step.notice === 'crisis-988' ? (
        <div className="call-first">
          <p className="sub">Say this first</p>
          <p>“{fixedTexts.crisis}”</p>
        </div>
      ) : null}
      <p className="sub">Read this aloud, word for word</p>
      <h3 className={classes('say', words.length > 160 && 'long')} tabIndex={-1} ref={heading}>
        “{words}”
      </h3>
      {also ? <p className="call-also">“{also}”</p> : null}
      {lists ? <p className="sub mb-6">Then read the choices aloud.</p> : null}
      {question.why ? (
        <details className="why">
          <summary className="more">
            <Icon of={ChevronRight} />
            If they ask why
          </summary>
          <p className="muted">“{question.why}”</p>
        </details>
      ) : null}
    </>
  )
}
