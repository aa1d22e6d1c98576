import { Ban, Circle, CircleCheck, CirclePlus, UserRound } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { examResults } from '~/domain/exam/exam-record'
import type { RecordedFinding } from '~/domain/exam/exam-record'
import { examResultWords, findingWords, stepWords } from '~/domain/exam/exam-words'
import type { TestGates } from '~/domain/exam/gates-of'
import type { Manoeuvre } from '~/domain/exam/manoeuvre'
import { CheckLine } from '~/ui/check-line'
import { ExamPicture } from '~/ui/exam-picture'
import { Icon } from '~/ui/icon'
import { SegmentField } from '~/ui/segment-field'
import { TextField } from '~/ui/text-field'
import type { TriageView } from './triage-view'

type Props = {
  test: Manoeuvre
  exam: TriageView['exam']
  errorOf: (name: string) => string[] | null
}

/** One test in a line with what was found or why it is left out; it opens to picture, words and what to record. */
export function ExamTest({ test, exam, errorOf }: Props) {
  const gated = exam.gates[test.id]
  const found = exam.findings.filter((finding) => finding.test === test.id)
  const inPersonOnly = test.counts === 'in_person'
  const skip = gated?.skip[0] ?? null
  const state = found.length > 0 ? found.map(findingWords).join('; ') : lineWords(test, skip?.because ?? null)
  const icon: LucideIcon =
    found.length > 0 ? iconOf(found) : inPersonOnly && exam.byVideo ? UserRound : skip ? Ban : Circle
  return (
    <li>
      <details className="xt">
        <summary className="ln">
          <Icon of={icon} />
          <span>{test.name}</span>
          <span className="r">{state}</span>
        </summary>
        <div className="xt-b">
          {gated ? <Gates gated={gated} /> : null}
          {inPersonOnly && exam.byVideo ? (
            <p className="sub">{test.byVideo}</p>
          ) : (
            <Record test={test} exam={exam} errorOf={errorOf} />
          )}
        </div>
      </details>
    </li>
  )
}

function iconOf(found: readonly RecordedFinding[]): LucideIcon {
  if (found.some((finding) => finding.result === 'positive')) return CirclePlus
  return found.some((finding) => finding.result === 'negative') ? CircleCheck : Ban
}

function lineWords(test: Manoeuvre, skip: string | null): string {
  if (test.counts === 'in_person') return 'In person only'
  return skip ? `Not by video: ${skip.toLowerCase()}` : ''
}

function Gates({ gated }: { gated: TestGates }) {
  const lines = [...gated.skip.map((gate) => `Not by video: ${gate.because}`), ...gated.decide, ...gated.care].map(
    (line) => (typeof line === 'string' ? line : line.because),
  )
  return lines.map((line) => (
    <p className="sub tx-warn" key={line}>
      {line}
    </p>
  ))
}

function Record({ test, exam, errorOf }: Props) {
  const side = exam.side === 'left' ? 'left' : 'right'
  const id = `exam-${test.id}`
  return (
    <>
      <div className="xt-p">
        {test.picture ? (
          <ExamPicture
            name={test.picture.file}
            side={test.picture.mirrors ? side : 'right'}
            alt={`${test.name}, ${side} side`}
            lazy
          />
        ) : null}
        <div>
          {test.steps.length > 0 ? (
            <ol className="xt-s">
              {test.steps.map((step) => (
                <li key={step}>{stepWords(step, side)}</li>
              ))}
            </ol>
          ) : null}
          <p className="sub">{test.stopIf}</p>
        </div>
      </div>
      <p>
        <b className="strong">Positive:</b> {test.positiveWhen}.
      </p>
      {test.sides === 'each' ? (
        <SegmentField
          legend="Side"
          side
          name={`side:${test.id}`}
          id={`${id}-side`}
          errors={errorOf(`side:${test.id}`)}
          defaultValue={exam.side === 'both' ? null : exam.side}
          choices={[
            { value: 'left', label: 'LEFT' },
            { value: 'right', label: 'RIGHT' },
            { value: 'both', label: 'BOTH' },
          ]}
        />
      ) : null}
      <SegmentField
        legend="Result"
        name={`result:${test.id}`}
        id={`${id}-result`}
        errors={errorOf(`result:${test.id}`)}
        defaultValue=""
        choices={[
          { value: '', label: 'Not done' },
          ...examResults.map((value) => ({ value, label: examResultWords[value] })),
        ]}
      />
      {test.counts === 'attested' ? (
        <CheckLine id={`${id}-attested`} name={`attested:${test.id}`}>
          By video: I attest it was done as in person. Else it is shown and does not count.
        </CheckLine>
      ) : null}
      <TextField
        id={`${id}-reason`}
        name={`reason:${test.id}`}
        label="Why, when not possible or unsafe"
        errors={errorOf(`reason:${test.id}`)}
        maxLength={500}
      />
      <p className="sub">{test.byVideo}</p>
    </>
  )
}
