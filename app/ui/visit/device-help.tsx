import { Bluetooth, AppWindow, Mic } from 'lucide-react'
import { useState } from 'react'
import { Icon } from '../icon'
import { useHydrated } from '../use-hydrated'

const steps = {
  iPhone: [
    ['Tap the page menu in the address bar', 'Left of the address, at the top or the bottom.'],
    ['Tap “Website Settings”', ''],
    ['Set Camera and Microphone to “Allow”', ''],
    ['Come back here and tap “Try again”', 'Still blocked? Open Settings, then Safari, then Camera.'],
  ],
  Android: [
    ['Tap the sign left of the address', 'It looks like two sliders or a lock.'],
    ['Tap “Permissions”', ''],
    ['Turn Camera and Microphone on', ''],
    [
      'Come back here and tap “Try again”',
      'Still blocked? Open Settings, then Apps, then your browser, then Permissions.',
    ],
  ],
  Computer: [
    ['Click the sign left of the address', 'It looks like two sliders, a lock or a camera.'],
    ['Set Camera and Microphone to “Allow”', ''],
    ['Close other programs that use the camera', ''],
    [
      'Come back here and click “Try again”',
      'Still blocked? Open your computer’s privacy settings for camera and microphone.',
    ],
  ],
} as const

type System = keyof typeof steps
const systems = ['iPhone', 'Android', 'Computer'] as const

/** How to let this page use the camera, for the device in hand, and what to do when nobody is heard. */
export function DeviceHelp() {
  const [chosen, setChosen] = useState<System | null>(null)
  const isLive = useHydrated()
  const system = chosen ?? (isLive ? guess(navigator.userAgent) : 'iPhone')
  return (
    <>
      <fieldset className="mt4">
        <legend className="sr">Your device</legend>
        <div className="seg full">
          {systems.map((name) => (
            <label key={name}>
              <input type="radio" name="system" checked={system === name} onChange={() => setChosen(name)} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <ol className="does mt4">
        {steps[system].map(([act, where], index) => (
          <li key={act}>
            <span className="n">{index + 1}</span>
            <span>
              <b>{act}</b>
              {where ? <span>{where}</span> : null}
            </span>
          </li>
        ))}
      </ol>
      <h2 className="h-sec mt-22">We do not hear you</h2>
      <ul className="checks">
        <li>
          <Icon of={Mic} />
          <span>
            Say a few words<small>The bars should move</small>
          </span>
          <span />
        </li>
        <li>
          <Icon of={Bluetooth} />
          <span>
            Headset or car connected?<small>Turn Bluetooth off for now</small>
          </span>
          <span />
        </li>
        <li>
          <Icon of={AppWindow} />
          <span>
            Another call open?<small>Close other call apps</small>
          </span>
          <span />
        </li>
      </ul>
    </>
  )
}

function guess(userAgent: string): System {
  if (/iPhone|iPad/.test(userAgent)) return 'iPhone'
  return /Android/.test(userAgent) ? 'Android' : 'Computer'
}
