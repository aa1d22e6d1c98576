import type { ReactNode } from 'react'
import { ageOn } from '~/domain/people/age-on'
import { dayOf } from '~/domain/time/day-of'
import type { PhoneIntake } from '~/features/intake/read-phone-intake.server'
import { sayBorn } from '~/ui/provider/say-person'
import { useClinic } from '~/ui/use-clinic'

type Props = { patient: PhoneIntake['patient']; by: string; now: Date; saved: ReactNode }

/** Who is asked, who enters it, and whether everything is safe. */
export function CallHead({ patient, by, now, saved }: Props) {
  const { timeZone } = useClinic()
  return (
    <div className="pi-h">
      <div>
        <h2>
          {patient.name}
          {patient.bornOn ? (
            <>
              , {ageOn(patient.bornOn, dayOf(now, timeZone))}{' '}
              <span className="tx-ink-3 fw-400">{sayBorn(patient.bornOn)}</span>
            </>
          ) : null}
        </h2>
        <p className="muted">
          You ask, they answer. Entered by {by}, by phone
          {patient.hasEmail
            ? '; they can see and correct all of it until it is sent.'
            : '. No e-mail: read back what matters.'}
        </p>
      </div>
      <span className="grow" />
      {saved}
    </div>
  )
}
