import { useFetcher } from '@remix-run/react'
import { Phone } from 'lucide-react'
import { useState } from 'react'
import { paths } from '~/domain/paths'
import { guestStanding } from '~/domain/visit/guest-standing'
import type { StageFacts } from '~/domain/visit/stage-facts'
import { Icon } from '../icon'
import { GuestTiles } from './guest-tiles'
import { LineWords } from './line-words'
import { StaffDialog } from './staff-dialog'
import type { StaffAsking } from './staff-dialog'
import { StaffPicture } from './staff-picture'
import { StaffTools } from './staff-tools'
import { TrackVideo } from './track-video'
import { useCall } from './use-call'
import { useWakeLock } from './use-wake-lock'

/** The provider’s side of a running visit: the patient large, own picture, and the tools below. */
export function StaffCall({ stage }: { stage: StageFacts }) {
  const fetcher = useFetcher()
  const [asking, setAsking] = useState<StaffAsking | null>(null)
  const byPhone = stage.line === 'phone' || !stage.hasMedia
  const { call, state } = useCall({
    visitId: stage.visitId,
    factsAt: stage.asOf,
    active: !byPhone,
    camera: true,
    microphone: true,
    counterpart: stage.patient.id,
  })
  useWakeLock(true)
  const changeLine = (line: 'phone' | 'video') => {
    setAsking(null)
    fetcher.submit({ line }, { method: 'post', action: paths.visitLine(stage.visitId) })
  }
  const guestsIn = stage.guests.filter((guest) => guestStanding(guest) === 'in')
  const asks = stage.guests.filter((guest) => ['asking', 'agreed'].includes(guestStanding(guest))).length
  const phone = stage.arrival?.callBackPhone
  return (
    <>
      <div className="v-video">
        <StaffPicture
          stage={stage}
          call={call}
          state={state}
          byPhone={byPhone}
          onPhone={() => changeLine('phone')}
          onVideo={() => changeLine('video')}
        />
        <GuestTiles people={guestsIn.map(({ id, name }) => ({ id, name, about: null }))} remotes={state.remotes} />
        <span className="tag corner">
          <LineWords state={state} byPhone={byPhone} />
        </span>
        <span className="tag">
          {stage.patient.firstName}
          {phone ? (
            <>
              {' · '}
              <Icon of={Phone} />
              {byPhone ? phone : `${phone} if it drops`}
            </>
          ) : null}
        </span>
        {state.ownVideo && !byPhone ? (
          <div className="v-self">
            <TrackVideo track={state.ownVideo} label="Your own picture" mirrored={state.isSelfie} />
          </div>
        ) : null}
      </div>
      <StaffTools
        call={call}
        state={state}
        byPhone={byPhone}
        hasMedia={stage.hasMedia}
        asks={asks}
        onAsk={setAsking}
        onVideo={() => changeLine('video')}
      />
      {asking ? (
        <StaffDialog
          asking={asking}
          stage={stage}
          onClose={() => setAsking(null)}
          onPhone={() => changeLine('phone')}
        />
      ) : null}
    </>
  )
}
