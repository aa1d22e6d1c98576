import { useFetcher, useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { paths } from '~/domain/paths'
import { sayProvider } from '~/domain/people/say-names'
import type { CareVisit } from '~/domain/visit/care-visit'
import { markBackground } from '../background-fetch'
import { useLive } from '../use-live'
import { OutsideCall } from './outside-call'
import { PatientCall } from './patient-call'
import { ringBell } from './ring-bell'
import { useCall } from './use-call'
import { useDevicesGranted } from './use-devices-granted'
import { useOwnDocument } from './use-own-document'
import { useWakeLock } from './use-wake-lock'
import { WaitingRoom } from './waiting-room'

const beatEvery = { seconds: 20 }
const lookEvery = { seconds: 60 }

/** Waiting room and call are one page, so that admission needs no reload and opens the call by itself. */
export function PatientRoom({ visit, problem }: { visit: CareVisit; problem?: string }) {
  useOwnDocument()
  useLive({ keepPage: visit.state === 'in_visit' })
  const [hasLeft, setLeft] = useState(false)
  const isRunning = visit.state === 'in_visit'
  const byVideo = visit.line === 'video' && visit.mediaUrl !== null
  const { call, state } = useCall({
    visitId: visit.visitId,
    factsAt: visit.asOf,
    active: isRunning && byVideo && !hasLeft,
    camera: visit.arrival?.camera !== 'none',
    microphone: visit.arrival?.microphone !== 'none',
    soundOnlyWhenWeak: true,
  })
  useWakeLock(isRunning && !hasLeft)

  const granted = useDevicesGranted()
  const mayPrepare = granted && byVideo && visit.state === 'waiting' && visit.arrival?.camera !== 'none'
  useEffect(() => {
    if (mayPrepare) void call.prepare()
  }, [mayPrepare, call])

  const before = useRef(visit.state)
  useEffect(() => {
    if (before.current === 'waiting' && visit.state === 'in_visit') void ringBell()
    before.current = visit.state
  }, [visit.state])

  const { submit } = useFetcher()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const beat = setInterval(() => submit({ intent: 'beat' }, { method: 'post' }), beatEvery.seconds * 1000)
    return () => clearInterval(beat)
  }, [submit])
  useEffect(() => {
    if (isRunning) return
    const look = setInterval(() => {
      markBackground()
      revalidate()
    }, lookEvery.seconds * 1000)
    return () => clearInterval(look)
  }, [isRunning, revalidate])

  const isRefused = state.phase === 'refused'
  useEffect(() => {
    if (isRefused) revalidate()
  }, [isRefused, revalidate])

  const leaveTo = { to: paths.care(), label: 'Back to my care' }
  if (!isRunning) return <WaitingRoom visit={visit} call={call} state={state} />
  if (state.phase === 'elsewhere')
    return (
      <OutsideCall
        title="Your visit is open on another device"
        again={{ label: 'Use this device instead', onPress: () => void call.join() }}
        leaveTo={leaveTo}
      >
        You can be in the visit on one device at a time. Go on over there, or bring the visit here.
      </OutsideCall>
    )
  if (hasLeft)
    return (
      <OutsideCall
        title="You left the video"
        again={{ label: 'Go back to the visit', onPress: () => setLeft(false) }}
        leaveTo={leaveTo}
      >
        {`Your visit is still open until ${sayProvider(visit.provider.name)} ends it.`}
      </OutsideCall>
    )
  return <PatientCall visit={visit} call={call} state={state} onLeave={() => setLeft(true)} problem={problem} />
}
