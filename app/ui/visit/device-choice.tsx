import { SelectField } from '../select-field'
import type { CheckSnapshot, DeviceCheck } from './device-check'

/** Another camera or microphone, where there is more than one. */
export function DeviceChoice({ check, found }: { check: DeviceCheck; found: CheckSnapshot }) {
  const options = (devices: CheckSnapshot['cameras']) => devices.map(({ id, label }) => ({ value: id, label }))
  if (found.cameras.length < 2 && found.microphones.length < 2) return null
  return (
    <details className="mt-14">
      <summary>Use another camera or microphone</summary>
      {found.cameras.length > 1 ? (
        <SelectField
          id="use-camera"
          name="use-camera"
          label="Camera"
          options={options(found.cameras)}
          value={found.cameraId ?? undefined}
          onChange={(event) => void check.start({ cameraId: event.target.value })}
        />
      ) : null}
      {found.microphones.length > 1 ? (
        <SelectField
          id="use-microphone"
          name="use-microphone"
          label="Microphone"
          options={options(found.microphones)}
          value={found.microphoneId ?? undefined}
          onChange={(event) => void check.start({ microphoneId: event.target.value })}
        />
      ) : null}
    </details>
  )
}
