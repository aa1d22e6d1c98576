import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { paths } from '~/domain/paths'
import { guestStanding } from '~/domain/visit/guest-standing'
import type { GuestVisit } from '~/domain/visit/guest-visit'
import { useLive } from '../use-live'
import { GuestCall } from './guest-call'
import { GuestWaiting } from './guest-waiting'
import { OutsideCall } from './outside-call'
import { ringBell } from './ring-bell'
import { useCall } from './use-call'
import { useOwnDocument } from './use-own-document'
import { useWakeLock } from './use-wake-lock'

/** The guest’s one page: waiting until both have said yes, then the visit, then nothing more. */
export function GuestRoom({ visit }: { visit: GuestVisit }) {
  useOwnDocument()
  useLive()
  const { revalidate } = useRevalidator()
  const [hasLeft, setLeft] = useState(false)
  const standing = guestStanding(visit.guest)
  const isIn = standing === 'in' && visit.isRunning
  const active = isIn && visit.hasMedia && !hasLeft
  const { call, state } = useCall({
    visitId: visit.visitId,
    factsAt: visit.asOf,
    active,
    camera: true,
    microphone: true,
    asGuest: true,
  })
  useWakeLock(active)
  const wasIn = useRef(isIn)
  useEffect(() => {
    if (isIn && !wasIn.current) void ringBell()
    wasIn.current = isIn
  }, [isIn])
  const { phase } = state
  useEffect(() => {
    if (phase === 'refused') revalidate()
  }, [phase, revalidate])

  const leaveTo = { to: paths.landing(), label: 'Close' }
  if (!isIn) return <GuestWaiting visit={visit} standing={standing} call={call} state={state} />
  if (phase === 'elsewhere')
    return (
      <OutsideCall
        title="This visit is open on another device"
        again={{ label: 'Use this device instead', onPress: () => void call.join() }}
        leaveTo={leaveTo}
      >
        You can be in the visit on one device at a time.
      </OutsideCall>
    )
  if (hasLeft)
    return (
      <OutsideCall
        title="You left the visit"
        again={{ label: 'Go back', onPress: () => setLeft(false) }}
        leaveTo={leaveTo}
      >
        You can come back while the visit goes on.
      </OutsideCall>
    )
  return <GuestCall visit={visit} call={call} state={state} onLeave={() => setLeft(true)} />
}
