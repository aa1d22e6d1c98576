import type { LocalVideoTrack, RemoteVideoTrack } from 'livekit-client'
import { useEffect, useRef } from 'react'
import { classes } from '../classes'

type Props = { track: LocalVideoTrack | RemoteVideoTrack; label: string; mirrored?: boolean; whole?: boolean }

/** A moving picture; `whole` shows all of it instead of filling the frame, as a shared screen needs. */
export function TrackVideo({ track, label, mirrored, whole }: Props) {
  const box = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    track.attach(element)
    return () => void track.detach(element)
  }, [track])
  return (
    <video
      ref={box}
      aria-label={label}
      className={classes(mirrored && 'mirrored', whole && 'whole')}
      autoPlay
      playsInline
      muted
    />
  )
}
