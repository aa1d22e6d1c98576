import { Camera, Video } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Icon } from '../icon'
import type { CheckSnapshot, DeviceCheck, DeviceState } from './device-check'

const words: Partial<Record<DeviceState, string>> = { asking: 'Say yes to your browser', missing: 'Try again' }

/** The own picture before the visit, or the press that opens it. */
export function Preview({ check, found }: { check: DeviceCheck; found: CheckSnapshot }) {
  const box = useRef<HTMLVideoElement>(null)
  const { stream, camera } = found
  useEffect(() => {
    if (box.current) box.current.srcObject = camera === 'works' ? stream : null
  }, [stream, camera])
  if (camera === 'works')
    return (
      <div className="cam mt-14">
        <video ref={box} className="mirrored" autoPlay playsInline muted aria-label="Your own picture" />
        <span className="tag">
          <Icon of={Video} />
          This is you. Only you see it.
        </span>
      </div>
    )
  return (
    <div className="cam cam-off mt-14" data-theme="dark">
      <button
        type="button"
        className="btn secondary lg"
        onClick={() => void check.start()}
        disabled={camera === 'asking'}
      >
        <Icon of={Camera} />
        {words[camera] ?? 'Turn on camera and sound'}
      </button>
    </div>
  )
}
