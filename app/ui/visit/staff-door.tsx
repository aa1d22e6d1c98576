import { CircleOff, Clock, DoorOpen, PhoneOff, Video } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { deviceWords } from '~/domain/chart/device-words'
import { sayProvider } from '~/domain/people/say-names'
import { sayTime } from '~/domain/time/say-time'
import { sayZone } from '~/domain/time/say-zone'
import { doorsOpenAt } from '~/domain/visit/doors'
import { placeName } from '~/domain/visit/places'
import type { StageFacts } from '~/domain/visit/stage-facts'
import { Icon } from '../icon'
import { LiveWait } from '../live-wait'
import { AdmitButton } from '../provider/admit-button'
import { useClinic } from '../use-clinic'

function Quiet({ icon, title, children }: { icon: LucideIcon; title: ReactNode; children?: ReactNode }) {
  return (
    <div className="v-video v-door">
      <Icon of={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** The stage while nobody talks: not here yet, waiting, with a colleague, over. */
export function StaffDoor({ stage }: { stage: StageFacts }) {
  const { timeZone } = useClinic()
  const time = (at: Date) => `${sayTime(at, timeZone)} ${sayZone(timeZone, at)}`
  const { firstName } = stage.patient
  if (stage.state === 'waiting' && stage.waitingSince) return <Waiting stage={stage} since={stage.waitingSince} />
  if (stage.state === 'in_visit')
    return (
      <Quiet icon={Video} title={`${sayProvider(stage.provider.name)} is with ${firstName} now`}>
        <p>Only the clinician of a visit is in its room.</p>
      </Quiet>
    )
  if (stage.state === 'ended')
    return (
      <Quiet
        icon={PhoneOff}
        title={stage.endedAt ? `The visit ended at ${time(stage.endedAt)}` : 'The visit has ended'}
      />
    )
  if (stage.state === 'no_show') return <Quiet icon={CircleOff} title={`${firstName} did not come`} />
  if (stage.state === 'cancelled') return <Quiet icon={CircleOff} title="The visit is cancelled" />
  return (
    <Quiet icon={Clock} title={`${firstName} is not here yet`}>
      <p>
        Booked for {time(stage.startsAt)}. The waiting room opens at {sayTime(doorsOpenAt(stage.startsAt), timeZone)}.
      </p>
    </Quiet>
  )
}

function Waiting({ stage, since }: { stage: StageFacts; since: Date }) {
  const { timeZone } = useClinic()
  const { arrival, patient } = stage
  const device = deviceWords(arrival?.camera ?? null, arrival?.microphone ?? null)
  return (
    <Quiet
      icon={DoorOpen}
      title={
        <>
          {patient.firstName} waits <LiveWait since={since.getTime()} now={stage.asOf.getTime()} />
        </>
      }
    >
      <p>
        Since {sayTime(since, timeZone)}
        {stage.awaySince ? ` · stepped away at ${sayTime(stage.awaySince, timeZone)}` : ''}
      </p>
      <p className={device.works ? 'tx-stage-good' : 'tx-stage-warn'}>{device.words}</p>
      {arrival ? (
        <p className={stage.licence === 'unlicensed' ? 'tx-stage-warn' : 'tx-stage-2'}>
          {placeName(arrival.state)}: {stage.licence === 'unlicensed' ? 'not your license' : 'licensed'}
        </p>
      ) : null}
      {stage.mine ? <AdmitButton visitId={stage.visitId} licence={stage.licence} large /> : null}
    </Quiet>
  )
}
