import { Form } from '@remix-run/react'
import { MonitorSmartphone } from 'lucide-react'
import { useState } from 'react'
import { paths } from '~/domain/paths'
import { sayProvider } from '~/domain/people/say-names'
import { sayWhen } from '~/domain/time/say-when'
import type { CareVisit } from '~/domain/visit/care-visit'
import { Banner } from '../banner'
import { Button } from '../button'
import { Hydrated } from '../hydrated'
import { PatientPage } from '../patient-page'
import { Sheet } from '../sheet'
import { useClinic } from '../use-clinic'
import { CheckLines } from './check-lines'
import { verdictOf } from './device-check'
import { DeviceChoice } from './device-choice'
import { DeviceHelp } from './device-help'
import { Preview } from './preview'
import { useDeviceCheck } from './use-device-check'
import { useOwnDocument } from './use-own-document'
import { useReach } from './use-reach'

const without = 'Join without a camera, or by phone'

/** Camera, microphone, sound and line, tried before the visit. Nobody is kept out by a device. */
export function VisitCheck({ visit, isOpen }: { visit: CareVisit; isOpen: boolean }) {
  useOwnDocument()
  const clinic = useClinic()
  const { check, found } = useDeviceCheck()
  const reach = useReach(visit.mediaUrl)
  const [wantsHelp, setWantsHelp] = useState(false)
  const isBlocked = found.camera === 'blocked' || found.microphone === 'blocked'
  const isHelp = isBlocked || wantsHelp
  const { camera, microphone } = verdictOf(found)
  const tryAgain = () => {
    setWantsHelp(false)
    void check.start()
  }
  const step = { back: visit.state === 'waiting' ? paths.careVisitRoom(visit.visitId) : paths.care() }
  return (
    <PatientPage
      clinic={clinic}
      step={{ ...step, saved: <span className="small muted">{isHelp ? 'Help' : isOpen ? 'Step 1 of 2' : ''}</span> }}
      room="sheet-tall"
      mainClass="pt-18"
    >
      {isHelp ? (
        <>
          <h1>
            {isBlocked && found.camera !== 'blocked'
              ? 'Your microphone is blocked'
              : isBlocked
                ? 'Your camera is blocked'
                : 'Help with camera and sound'}
          </h1>
          <p className="lede mt-6">
            Your device does not let this page use it yet. You can change that, or go on without.
          </p>
          <DeviceHelp />
        </>
      ) : (
        <>
          <h1>Check your camera and sound</h1>
          <p className="lede mt-6">
            For your video visit with {sayProvider(visit.provider.name)},{' '}
            <b className="strong nowrap tx-ink">{sayWhen(visit.startsAt, clinic.timeZone, { now: visit.asOf })}</b>
          </p>
          <Hydrated
            instead={
              <Banner icon={MonitorSmartphone} className="mt-14">
                <p>
                  Video does not work in this browser. Use another browser or another phone, or go on here: we call you
                  instead.
                </p>
              </Banner>
            }
          >
            <Preview check={check} found={found} />
            <CheckLines found={found} reach={reach} />
            <DeviceChoice check={check} found={found} />
            {found.camera === 'missing' || found.microphone === 'missing' ? (
              <button type="button" className="btn quiet mt-10" onClick={() => setWantsHelp(true)}>
                Help with camera and sound
              </button>
            ) : null}
          </Hydrated>
        </>
      )}
      <Form method="post">
        <input type="hidden" name="camera" value={camera} />
        <input type="hidden" name="microphone" value={microphone} />
        <Sheet
          under={
            isOpen ? (
              <Button variant="quiet" name="without" value="1">
                {isHelp ? 'Go on without a camera, or by phone' : without}
              </Button>
            ) : null
          }
        >
          {isHelp ? (
            <Button type="button" large block onClick={tryAgain}>
              Try again
            </Button>
          ) : (
            <Button large block>
              {isOpen ? 'Continue' : 'Done'}
            </Button>
          )}
        </Sheet>
      </Form>
    </PatientPage>
  )
}
