import { Link } from '@remix-run/react'
import { PhoneOutgoing } from 'lucide-react'
import { paths } from '~/domain/paths'
import { sayWhen } from '~/domain/time/say-when'
import type { ToTell } from '~/features/call/list-to-tell.server'
import { Icon } from '~/ui/icon'
import { useClinic } from '~/ui/use-clinic'

const words: Record<ToTell['what'], string> = {
  consult: 'Visit',
  follow_up: 'Two-week check',
  procedure: 'Injection',
}

/** People without an e-mail who have a time to come: no mail reaches them, so somebody calls. Empty, it is not there. */
export function CallToTell({ toTell, now }: { toTell: readonly ToTell[]; now: Date }) {
  const { timeZone } = useClinic()
  if (toTell.length === 0) return null
  return (
    <section className="panel pn" aria-labelledby="tell-h">
      <div className="grp">
        <h2 id="tell-h">No e-mail: tell by phone</h2>
        <span>{toTell.length}</span>
      </div>
      {toTell.map(({ id, what, startsAt, caseId, patient }) => (
        <div className="cl" key={id}>
          <span className="ic w">
            <Icon of={PhoneOutgoing} />
          </span>
          <span>
            <b>
              {patient.name}: {words[what]} {sayWhen(startsAt, timeZone, { now })}
            </b>
            <span className="sub">
              No mail tells or reminds them{patient.phone ? ` · ${patient.phone}` : ''}
              {caseId ? (
                <>
                  {' · '}
                  <Link to={paths.case(caseId)}>Open the case</Link>
                </>
              ) : null}
            </span>
          </span>
        </div>
      ))}
    </section>
  )
}
