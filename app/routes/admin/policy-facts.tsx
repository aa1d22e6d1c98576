import { Link } from '@remix-run/react'
import { CircleCheck, CircleHelp, Clock, ShieldAlert } from 'lucide-react'
import { sayDate } from '~/domain/time/say-date'
import { sayDay } from '~/domain/time/say-day'
import type { PolicySheet } from '~/domain/triage/policy-rows'
import type { SignOff } from '~/domain/triage/sign-off'
import { StateWord } from '~/ui/state-word'
import { useClinic } from '~/ui/use-clinic'
import { rulesPath } from './rules-path'

type Props = { sheet: PolicySheet; set: { version: string; since: string }; signOff: SignOff }

const withYear = (day: string) => `${sayDay(day)}, ${day.slice(0, 4)}`

/** Whom a policy is for, who owns it, since when it is in force, and whether anybody signed it. */
export function PolicyFacts({ sheet, set, signOff }: Props) {
  return (
    <aside className="stack s-14" aria-label="About this policy">
      <section className="panel pn">
        <div className="grp">
          <h2>About this policy</h2>
        </div>
        <dl className="nums pad14 rule-t">
          <div>
            <dt>For</dt>
            <dd>{sheet.payers.length > 0 ? sheet.payers.join(', ') : 'Plans that are not on file'}</dd>
          </div>
          <div>
            <dt>Version</dt>
            <dd>{sheet.version}</dd>
          </div>
          <div>
            <dt>Effective</dt>
            <dd>
              {sheet.effectiveFrom ? (
                withYear(sheet.effectiveFrom)
              ) : (
                <StateWord tone="attention" icon={CircleHelp}>
                  not found in the text
                </StateWord>
              )}
            </dd>
          </div>
          <div>
            <dt>Read here since</dt>
            <dd>{withYear(set.since)}</dd>
          </div>
          <div>
            <dt>Read from</dt>
            <dd>{sheet.source ?? 'not given'}</dd>
          </div>
          <div>
            <dt>Owner</dt>
            <dd>{sheet.owner}</dd>
          </div>
          <div>
            <dt>Sign-off</dt>
            <dd>
              <Signed signOff={signOff} />
              <small className="d-block">
                with <Link to={`${rulesPath({ version: set.version })}#sign-off`}>rule set {set.version}</Link>, of
                which it is a part
              </small>
            </dd>
          </div>
        </dl>
      </section>
      <section className="panel pn">
        <div className="grp">
          <h2>How to read it</h2>
        </div>
        <p className="pad14 muted rule-t">
          Underlined values decide. Amber: the number is not found in the text of the plan and is what the clinic
          assumes. A checklist shows each line as shown, not met, not known yet, or in person only; it never promises
          that a plan pays.
        </p>
      </section>
    </aside>
  )
}

function Signed({ signOff }: { signOff: SignOff }) {
  const { timeZone } = useClinic()
  if (signOff.state === 'awaiting')
    return (
      <StateWord tone="attention" icon={Clock}>
        awaited
      </StateWord>
    )
  if (signOff.state === 'differs')
    return (
      <StateWord tone="emergency" icon={ShieldAlert}>
        other words were signed
      </StateWord>
    )
  return (
    <StateWord tone="good" icon={CircleCheck}>
      {signOff.name}, {signOff.title}, {sayDate(signOff.at, timeZone)}
    </StateWord>
  )
}
