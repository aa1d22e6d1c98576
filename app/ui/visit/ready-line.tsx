import { Link } from '@remix-run/react'
import { paths } from '~/domain/paths'
import type { CareVisit } from '~/domain/visit/care-visit'
import type { Call } from './call'
import type { CallSnapshot } from './call-snapshot'

/** Whether camera and sound are open already, so that the call begins at once; opening them is the person's own press. */
export function ReadyLine({ visit, call, state }: { visit: CareVisit; call: Call; state: CallSnapshot }) {
  const check = (
    <Link className="small pad-y-10" to={paths.careVisitCheck(visit.visitId)}>
      Check
    </Link>
  )
  const { camera, microphone } = visit.arrival ?? { camera: 'none', microphone: 'none' }
  if (camera === 'none' && microphone === 'none')
    return (
      <>
        <span>
          You come without camera and microphone
          <small>You see and hear your provider. We can call you.</small>
        </span>
        {check}
      </>
    )
  if (state.isReady)
    return (
      <>
        <span>
          {state.hasCamera || state.hasMicrophone
            ? 'Camera and sound are ready'
            : 'We cannot use your camera or microphone'}
          <small>{state.hasCamera ? 'They are on. Nobody sees you yet.' : 'You can still come in.'}</small>
        </span>
        {check}
      </>
    )
  return (
    <>
      <span>
        Camera and sound are off<small>They turn on when the visit starts</small>
      </span>
      <button type="button" className="pick tall-44 pad-x-14" onClick={() => void call.prepare()}>
        Turn on
      </button>
    </>
  )
}
