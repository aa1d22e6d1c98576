import { BellRing } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { WaitingPatient } from '~/domain/chart/clinic-watch'
import { deviceWords } from '~/domain/chart/device-words'
import { kindWords } from '~/domain/chart/visit-words'
import { sayTime } from '~/domain/time/say-time'
import { Button } from '../button'
import { Icon } from '../icon'
import { useClinic } from '../use-clinic'
import { AdmitButton } from './admit-button'

const storageKey = 'ilium.announced'

/** Visits whose arrival this browser window has announced: opaque ids, kept over a change of page. */
function announced(): Set<string> | null {
  const kept = sessionStorage.getItem(storageKey)
  return kept === null ? null : new Set(kept.split(' '))
}

/**
 * Says who has just arrived, wherever the provider is. Stays until it is answered or the patient is admitted or gone;
 * the count in the menu and the worklist say the same.
 */
export function ArrivalAlert({ waiting, busyWith }: { waiting: readonly WaitingPatient[]; busyWith?: string }) {
  const { timeZone } = useClinic()
  const [fresh, setFresh] = useState<readonly string[]>([])
  const ids = waiting.map((one) => one.visitId).join(' ')
  const first = useRef(true)
  useEffect(() => {
    const now = ids ? ids.split(' ') : []
    const before = announced()
    if (before !== null || !first.current) {
      const arrived = now.filter((id) => !before?.has(id))
      if (arrived.length > 0) setFresh((shown) => [...shown, ...arrived])
    }
    first.current = false
    sessionStorage.setItem(storageKey, now.join(' '))
  }, [ids])
  const shown = waiting.filter((one) => fresh.includes(one.visitId)).at(-1)
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
            <Button
              type="button"
              variant="secondary"
              onClick={() => setFresh((all) => all.filter((id) => id !== shown.visitId))}
            >
              Later
            </Button>
          </span>
        </div>
      ) : null}
    </div>
  )
}
