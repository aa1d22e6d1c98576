import { answerWords } from '~/domain/intake/answer-words'
import { askedIn } from '~/domain/intake/asked-in'
import { questionOf } from '~/domain/intake/instrument'
import type { Instrument, QuestionKey } from '~/domain/intake/instrument'
import { parseFormAnswer } from '~/domain/intake/parse-form-answer'
import { paths } from '~/domain/paths'
import { ButtonLink } from '~/ui/button-link'
import { PatientPage } from '~/ui/patient-page'
import { PhoneLink } from '~/ui/phone-link'
import { Sheet } from '~/ui/sheet'
import { useClinic } from '~/ui/use-clinic'
import { useInstrument } from './asked-version'

/** Answers that came after the whole was sent, as a form carries them. */
export type TooLate = readonly { key: QuestionKey; texts: string[] }[]

function wordsOf(key: QuestionKey, texts: string[], which: Instrument): string {
  const read = parseFormAnswer(key, texts, which)
  if (read.ok) return read.value === undefined ? 'No answer' : answerWords(key, read.value, which)
  return texts.join(' ')
}

/** What was typed here after the answers were sent from another device: shown, so that nothing is lost in silence. */
export function TooLatePage({ answers }: { answers: TooLate }) {
  const clinic = useClinic()
  const { version } = useInstrument()
  const said = answers.map(({ key, texts }) => {
    const which = askedIn(version, key)
    return { key, label: questionOf(key, which).label, words: wordsOf(key, texts, which) }
  })
  return (
    <PatientPage clinic={clinic} step={{ back: paths.care() }} room="sheet">
      <h1 tabIndex={-1}>You have sent your answers already</h1>
      <p className="lede">They were sent from another device. This was written here after that, and is not in them:</p>
      <dl className="rev-said mt-16">
        {said.map(({ key, label, words }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-16">
        Does it change something? Call <PhoneLink clinic={clinic} bare /> and tell us. Or answer the questions again.
      </p>
      <Sheet>
        <ButtonLink to={paths.nextStep()} large block>
          See my next step
        </ButtonLink>
      </Sheet>
    </PatientPage>
  )
}
