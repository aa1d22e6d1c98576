import { CircleCheck, CircleDashed, CircleHelp, Phone, Pill } from 'lucide-react'
import type { Caution } from '~/domain/chart/cautions'
import type { IntakeSummary } from '~/domain/chart/intake-summary'
import type { Paper } from '~/domain/paper/paper'
import { sayDate } from '~/domain/time/say-date'
import { BodyMapStill } from '~/ui/body-map/body-map-still'
import { Chip } from '~/ui/chip'
import { EmptyState } from '~/ui/empty-state'
import { StateWord } from '~/ui/state-word'
import { useClinic } from '~/ui/use-clinic'
import { Papers } from './papers'

type Props = {
  summary: IntakeSummary | null
  sentAt: Date | null
  /** Who asked by phone and entered the answers; null when the patient answered. */
  filledBy: { name: string; spokenConsent: boolean } | null
  papers: readonly Paper[]
  /** The answers are not sent: `sentAt` is when they were saved last. */
  draft?: boolean
}

/** The intake as the patient told it: own words, numbers, body map, and what a needle has to know. */
export function IntakePane({ summary, sentAt, filledBy, papers, draft }: Props) {
  const { timeZone } = useClinic()
  if (!summary || !sentAt) {
    return (
      <EmptyState title="No intake sent" icon={CircleDashed}>
        Ask the safety questions yourself. Answers show here once the patient sends them.
      </EmptyState>
    )
  }
  const pain = [
    summary.painAverage === null ? null : `avg ${summary.painAverage}`,
    summary.painWorst === null ? null : `worst ${summary.painWorst}`,
  ].filter(Boolean)
  return (
    <>
      <h2 className="pane-h">
        {draft ? 'Draft, saved' : 'Intake, sent'} {sayDate(sentAt, timeZone)}
      </h2>
      {filledBy ? (
        <p className="row gap-6 mt-6">
          <StateWord tone="wait" icon={Phone}>
            Filled by phone by {filledBy.name}
            {filledBy.spokenConsent ? `. Consent given by phone, entered by ${filledBy.name}` : ''}
          </StateWord>
        </p>
      ) : null}
      {summary.words.map((words) => (
        <p className="words" key={words}>
          “{words}”
        </p>
      ))}
      <div className="facts-map">
        <dl className="kv">
          <dt>Pain now</dt>
          <dd>
            <b className="strong">{summary.painNow ?? '–'}</b>
            {pain.length > 0 ? ` · ${pain.join(' · ')}` : ''}
          </dd>
          <dt>Since</dt>
          <dd>{summary.since ?? 'not said'}</dd>
          <dt>Began</dt>
          <dd>{summary.began ?? 'not said'}</dd>
          <dt>PEG</dt>
          <dd>{summary.peg === null ? 'not complete' : `${summary.peg.toFixed(1)} of 10`}</dd>
        </dl>
        <BodyMapStill marks={summary.areas} point={summary.point} />
      </div>
      <dl className="kv slim mt-6">
        <dt>Places</dt>
        <dd>{summary.places?.replace(/^your /, '') ?? 'not marked'}</dd>
        <dt>Worse</dt>
        <dd>{summary.worse ?? 'not said'}</dd>
        <dt>Better</dt>
        <dd>{summary.better ?? 'not said'}</dd>
        <dt>Tried</dt>
        <dd>{summary.tried ?? 'not said'}</dd>
        <dt>Takes</dt>
        <dd>{summary.medicines ?? 'not said'}</dd>
      </dl>
      <div className="row wrap gap-6 mt-10">
        {summary.cautions.map((caution) => (
          <CautionChip key={caution.key} caution={caution} />
        ))}
      </div>
      <Papers papers={papers} />
    </>
  )
}

function CautionChip({ caution }: { caution: Caution }) {
  if (caution.state === 'none') {
    return (
      <Chip tone="plain" icon={CircleCheck}>
        {caution.words}
      </Chip>
    )
  }
  return (
    <Chip tone="attention" icon={caution.state === 'needs' ? Pill : CircleHelp}>
      {caution.words}
    </Chip>
  )
}
