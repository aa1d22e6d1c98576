import type { SubmissionResult } from '@conform-to/react'
import type { RuleBehind } from '~/domain/chart/rules-behind'
import { codeWords, tierWords } from '~/domain/chart/triage-words'
import { sayTime } from '~/domain/time/say-time'
import { sayZone } from '~/domain/time/say-zone'
import { placeName } from '~/domain/visit/places'
import type { DiaryAlarm } from '~/features/worklist/diary-alarms.server'
import { Attempts } from '~/ui/attempts'
import { Bar } from '~/ui/bar'
import { Chip } from '~/ui/chip'
import { clockWords } from '~/ui/clock-words'
import { LiveClock } from '~/ui/live-clock'
import { sayPerson } from '~/ui/provider/say-person'
import { useClinic } from '~/ui/use-clinic'
import { CallForm } from './call-form'
import { callSteps } from './call-steps'
import { clockTotal } from './urgent-line'
import type { UrgentLine } from './urgent-line'

type Props = {
  line: UrgentLine
  alarm: DiaryAlarm | null
  rules: readonly RuleBehind[]
  now: Date
  mine: boolean
  lastResult: SubmissionResult | undefined
}

/** One call: who, the clock, what was said in the patient's words, the rule and where it comes from, and what happened. */
export function CallSheet({ line, alarm, rules, now, mine, lastResult }: Props) {
  const { timeZone } = useClinic()
  const total = clockTotal(line)
  const share = 1 - (line.dueAt.getTime() - now.getTime()) / total
  const { press } = clockWords(line.dueAt.getTime() - now.getTime(), total)
  const zone = sayZone(timeZone, line.dueAt)
  return (
    <section className="panel pn" aria-labelledby="call-of">
      <div className="sdh">
        <div>
          <h2 className="big fs-lg" id="call-of">
            {sayPerson(line.patient, now, timeZone)}{' '}
            <Chip tone={line.urgency === 'emergency' ? 'emergency' : 'attention'}>{tierWords[line.urgency]}</Chip>
          </h2>
          <p className="muted">
            {codeWords(line.code)} · {sayTime(line.openedAt, timeZone)} {zone}
            {line.patient.homeState ? ` · lives in ${placeName(line.patient.homeState)}` : ''}
          </p>
        </div>
        {line.closedAt ? (
          <Chip tone="good">Closed {sayTime(line.closedAt, timeZone)}</Chip>
        ) : (
          <div className="clk fs-xl">
            <LiveClock endsAt={line.dueAt.getTime()} total={total} now={now.getTime()} />
            <span className="sub">
              call by {sayTime(line.dueAt, timeZone)} {zone}
            </span>
          </div>
        )}
      </div>
      {line.closedAt ? null : (
        <Bar share={share} tone={press === 'calm' ? 'accent' : press === 'soon' ? 'attention' : 'emergency'} />
      )}
      <div className="two halves gap-0 rule-t">
        <Said line={line} alarm={alarm} rules={rules} />
        <div className="pad-14-16 call-steps">
          <h3 className="h3">What happened</h3>
          <Attempts label="What happened" items={callSteps(line, timeZone)} />
        </div>
      </div>
      <CallForm line={line} mine={mine} lastResult={lastResult} />
    </section>
  )
}

function Said({ line, alarm, rules }: Pick<Props, 'line' | 'alarm' | 'rules'>) {
  const { timeZone } = useClinic()
  const reasons = [
    ...rules.map((rule) => ({ id: rule.ruleId, words: rule.because, citations: rule.citations })),
    ...line.reasons.map((reason) => ({ id: reason.ruleId, words: reason.text, citations: reason.citations })),
  ]
  return (
    <div className="pad-14-16">
      <h3 className="h3">What they said</h3>
      <p className="words">
        {line.said ? (
          <>
            {line.said.question} <b className="strong">{line.said.answer}</b>
          </>
        ) : (
          line.why
        )}
        {alarm?.words ? (
          <>
            <br />“{alarm.words}”
          </>
        ) : null}
      </p>
      <dl className="kv first-84">
        {reasons.map((reason) => (
          <div className="pairrow" key={reason.id}>
            <dt>Rule</dt>
            <dd>
              {reason.id}: {reason.words}
              {reason.citations.length > 0 ? (
                <small className="sub d-block">{reason.citations.join(' · ')}</small>
              ) : null}
            </dd>
          </div>
        ))}
        {alarm && reasons.length === 0 ? (
          <div className="pairrow">
            <dt>Rule</dt>
            <dd>
              RF-05: within 30 days after an injection, fever, a weak or numb leg, or pain that grows after day 3
              <small className="sub d-block">Clinical basis, section 4.2</small>
            </dd>
          </div>
        ) : null}
        <div className="pairrow">
          <dt>Phone</dt>
          <dd>
            {line.patient.phone ? (
              <a href={`tel:${line.patient.phone.replace(/[^\d+]/g, '')}`}>{line.patient.phone}</a>
            ) : (
              'no number on file'
            )}
          </dd>
        </div>
        <div className="pairrow">
          <dt>They see</dt>
          <dd>
            {line.corrected
              ? '“Thank you. We changed your answer. A clinician still calls you, to be sure.”'
              : line.urgency === 'emergency'
                ? 'The emergency page: call 911.'
                : `“We call you today. You hear from us by ${sayTime(line.dueAt, timeZone)} ${sayZone(timeZone, line.dueAt)}.”`}
          </dd>
        </div>
      </dl>
    </div>
  )
}
