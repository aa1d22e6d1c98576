import { BellRing } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import type { WaitingPatient } from '~/domain/chart/clinic-watch'
import { deviceWords } from '~/domain/chart/device-words'
import { kindWords } from '~/domain/chart/visit-words'
import { sayTime } from '~/domain/time/say-time'
import { Button } from '../button'
import { Icon } from '../icon'
import { useClinic } from '../use-clinic'
import { AdmitButton } from './admit-button'
import { announcedVisits } from './announced-visits'

/**
 * Says who has just arrived, wherever the provider is. Stays until it is answered or the patient is admitted or gone;
 * the count in the menu and the worklist say the same.
 */
export function ArrivalAlert({ waiting, busyWith }: { waiting: readonly WaitingPatient[]; busyWith?: string }) {
  const { timeZone } = useClinic()
  const known = useSyncExternalStore(announcedVisits.subscribe, announcedVisits.read, () => null)
  const ids = waiting.map((one) => one.visitId).join(' ')
  useEffect(() => announcedVisits.begin(ids), [ids])
  const shown = known === null ? undefined : waiting.filter((one) => !known.split(' ').includes(one.visitId)).at(-1)
  return (
    <div role="status" className="arrivals">
      {shown ? (
        <div className="toast arrv">
          <span className="bell">
            <Icon of={BellRing} />
          </span>
          <span className="grow">
            <b className="strong">{shown.name} has arrived</b>
            <br />
            {kindWords[shown.kind]} · booked {sayTime(shown.startsAt, timeZone)} ·{' '}
            {deviceWords(shown.camera, shown.microphone).words.toLowerCase()}
          </span>
          <span className="row">
            {busyWith === undefined ? (
              <AdmitButton visitId={shown.visitId} licence={shown.licence} variant="secondary" className="lit" />
            ) : null}
            <Button type="button" variant="secondary" onClick={() => announcedVisits.add(shown.visitId)}>
              Later
            </Button>
          </span>
        </div>
      ) : null}
    </div>
  )
}
