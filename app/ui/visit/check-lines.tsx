import { Camera, Check, CircleAlert, Mic, Volume2, Wifi } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Icon } from '../icon'
import { StateWord } from '../state-word'
import type { CheckSnapshot, DeviceState } from './device-check'
import { ringBell } from './ring-bell'
import { SoundMeter } from './sound-meter'
import type { Reach } from './use-reach'

const works = (
  <StateWord tone="good" icon={Check} className="small strong">
    Works
  </StateWord>
)

function word(state: DeviceState): ReactNode {
  if (state === 'works') return works
  if (state === 'blocked' || state === 'missing')
    return (
      <StateWord tone="attention" icon={CircleAlert} className="small strong">
        {state === 'blocked' ? 'Blocked' : 'Not found'}
      </StateWord>
    )
  return <span className="small muted">Not checked</span>
}

function Bell() {
  const [state, setState] = useState<'quiet' | 'rung' | 'yes' | 'no'>('quiet')
  const ring = () => {
    setState('rung')
    void ringBell()
  }
  const answer = (value: 'yes' | 'no', label: string) => (
    <button type="button" className="pick tall-44 pad-x-14" onClick={() => setState(value)}>
      {label}
    </button>
  )
  return (
    <li>
      <Icon of={Volume2} />
      <span aria-live="polite">
        {state === 'quiet'
          ? 'Sound'
          : state === 'rung'
            ? 'Did you hear the bell?'
            : state === 'yes'
              ? 'You hear us'
              : 'Turn the sound up'}
        {state === 'no' ? <small>Or unplug your headset. Then ring again.</small> : null}
      </span>
      {state === 'rung' ? (
        <span className="row">
          {answer('yes', 'Yes')}
          {answer('no', 'No')}
        </span>
      ) : state === 'yes' ? (
        works
      ) : (
        <button type="button" className="pick tall-44 pad-x-14" onClick={ring}>
          Ring a bell
        </button>
      )}
    </li>
  )
}

const reachWords: Record<Exclude<Reach, 'none'>, string> = {
  asking: 'We try the video line',
  reached: 'You reach the video line',
  unreached: 'You can still come in. We may call you.',
}

/** What works, line by line: camera, microphone, sound, the way to the video. */
export function CheckLines({ found, reach }: { found: CheckSnapshot; reach: Reach }) {
  const hears = found.microphone === 'works'
  return (
    <ul className="checks mt-4">
      <li>
        <Icon of={Camera} />
        <span>Camera</span>
        {word(found.camera)}
      </li>
      <li>
        <Icon of={Mic} />
        <span>
          Microphone
          {hears ? <small>{found.wasHeard ? 'We hear you' : 'Say a few words'}</small> : null}
        </span>
        {hears ? <SoundMeter level={found.level} /> : word(found.microphone)}
      </li>
      <Bell />
      {reach === 'none' ? null : (
        <li>
          <Icon of={Wifi} />
          <span>
            Internet<small>{reachWords[reach]}</small>
          </span>
          {reach === 'reached' ? works : reach === 'unreached' ? word('missing') : <span />}
        </li>
      )}
    </ul>
  )
}
