import { DoorOpen, MapPin, ShieldCheck, TriangleAlert } from 'lucide-react'
import type { ClinicWatch } from '~/domain/chart/clinic-watch'
import type { SideFacts } from '~/domain/chart/side-facts'
import { kindWords } from '~/domain/chart/visit-words'
import { sayTime } from '~/domain/time/say-time'
import { sayWhen } from '~/domain/time/say-when'
import type { StageFacts } from '~/domain/visit/stage-facts'
import { placeName } from '~/domain/visit/places'
import { LiveWait } from '~/ui/live-wait'
import { AdmitButton } from '~/ui/provider/admit-button'
import { sayAge } from '~/ui/provider/say-person'
import { WhoWaits } from '~/ui/provider/who-waits'
import { StateWord } from '~/ui/state-word'
import { useClinic } from '~/ui/use-clinic'
import { SideMark } from './side-mark'

type Props = {
  stage: StageFacts
  bornOn: string | null
  side: SideFacts
  watch: ClinicWatch
  /** The page has no stage that admits. */
  admits?: boolean
}

/** The head of a visit: who, which side, where they are, who else waits, and how long it runs. */
export function VisitBar({ stage, bornOn, side, watch, admits }: Props) {
  const { timeZone } = useClinic()
  const now = watch.now
  const age = sayAge(bornOn, now, timeZone)
  const others = watch.waiting.filter((one) => one.visitId !== stage.visitId)
  const runs = stage.state === 'in_visit'
  return (
    <header className="v-bar">
      <h1>{stage.patient.name}</h1>
      <span className="muted">
        {[
          runs || !admits ? age : null,
          runs ? null : `${kindWords[stage.kind]} · ${sayWhen(stage.startsAt, timeZone, { now })}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className="sep" />
      <SideMark side={side} />
      <Where stage={stage} />
      {stage.arrival && runs ? (
        <StateWord tone="good" icon={ShieldCheck}>
          Consent {sayTime(stage.arrival.consentedAt, timeZone)}
        </StateWord>
      ) : null}
      <span className="grow" />
      <WhoWaits waiting={others} now={now} busy={runs && stage.mine} />
      {admits && stage.state === 'waiting' && stage.waitingSince ? (
        <>
          <StateWord tone="accent" icon={DoorOpen} className="fw-600">
            {stage.awaySince ? 'Away ' : 'Waiting '}
            <LiveWait since={(stage.awaySince ?? stage.waitingSince).getTime()} now={now.getTime()} />
          </StateWord>
          {stage.mine ? <AdmitButton visitId={stage.visitId} licence={stage.licence} /> : null}
        </>
      ) : null}
      {runs && stage.admittedAt ? (
        <span className="strong fs-base nowrap">
          <LiveWait since={stage.admittedAt.getTime()} now={now.getTime()} />
        </span>
      ) : null}
    </header>
  )
}

function Where({ stage }: { stage: StageFacts }) {
  if (!stage.arrival) return null
  const place = placeName(stage.arrival.state)
  if (stage.licence === 'licensed')
    return (
      <StateWord tone="good" icon={MapPin}>
        {place} · licensed
      </StateWord>
    )
  return (
    <StateWord tone="attention" icon={TriangleAlert}>
      {place} · {stage.licence === 'overridden' ? 'no license, overridden with a reason' : 'no license'}
    </StateWord>
  )
}
