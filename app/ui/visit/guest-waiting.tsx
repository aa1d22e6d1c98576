import { Form } from '@remix-run/react'
import { Bell, Mic, ShieldCheck } from 'lucide-react'
import { sayProvider } from '~/domain/people/say-names'
import { sayTime } from '~/domain/time/say-time'
import { sayZone } from '~/domain/time/say-zone'
import type { GuestStanding } from '~/domain/visit/guest-standing'
import type { GuestVisit } from '~/domain/visit/guest-visit'
import { Button } from '../button'
import { Hydrated } from '../hydrated'
import { Icon } from '../icon'
import { PatientPage } from '../patient-page'
import { Sheet } from '../sheet'
import { Timeline } from '../timeline'
import type { NodeState } from '../node'
import { useClinic } from '../use-clinic'
import type { Call } from './call'
import type { CallSnapshot } from './call-snapshot'

type Props = { visit: GuestVisit; standing: GuestStanding; call: Call; state: CallSnapshot }

function heading(standing: GuestStanding, patient: string, provider: string): string {
  if (standing === 'refused') return `${patient} said not now`
  if (standing === 'out') return 'Your part has ended'
  return standing === 'agreed' ? `${provider} lets you in` : 'Both must say yes first'
}

/** The guest waits: who has said yes, and what a no means. */
export function GuestWaiting({ visit, standing, call, state }: Props) {
  const clinic = useClinic()
  const { patient, guest } = visit
  const provider = sayProvider(visit.provider.name)
  const isOpen = standing === 'asking' || standing === 'agreed'
  const yes: NodeState = standing === 'agreed' ? 'done' : standing === 'refused' ? 'stopped' : 'now'
  const askedAt = guest.arrivedAt
  return (
    <PatientPage clinic={clinic} room="sheet" mainClass="pt-26">
      <p className="eyebrow">Guest · {guest.name}</p>
      <h1 className="mt-2">{heading(standing, patient.firstName, provider)}</h1>
      {standing === 'out' ? (
        <p className="lede mt-6">Thank you for coming. You can ask to join again while the visit goes on.</p>
      ) : (
        <section className="hero mt4 pb-10">
          {askedAt ? (
            <p className="small muted">
              You asked at {sayTime(askedAt, clinic.timeZone)} {sayZone(clinic.timeZone, askedAt)}
            </p>
          ) : null}
          <Timeline
            level={2}
            steps={[
              { key: 'told', state: 'done', title: 'We told them you are here' },
              {
                key: 'patient',
                state: yes,
                title: standing === 'refused' ? `${patient.firstName} said not now` : `${patient.firstName} says yes`,
                when: standing === 'asking' ? 'They see your name now' : undefined,
              },
              {
                key: 'provider',
                state: standing === 'agreed' ? 'now' : 'next',
                title: `${provider} lets you in`,
                when: 'When the visit is under way',
              },
            ]}
          />
        </section>
      )}
      {isOpen ? (
        <Hydrated instead={<p className="mt4">Your browser cannot show video here. Please use another browser.</p>}>
          <ul className="checks mt-8">
            <li>
              <Icon of={Bell} />
              <span>
                A bell rings when you can come in<small>Keep this page open</small>
              </span>
              <span />
            </li>
            <li>
              <Icon of={Mic} />
              {state.isReady ? (
                <span>
                  {state.hasMicrophone ? 'Camera and sound are ready' : 'We cannot use your microphone'}
                  <small>
                    {state.hasCamera ? 'They are on. Nobody sees you yet.' : 'You can come in without a camera.'}
                  </small>
                </span>
              ) : (
                <span>
                  Camera and sound are off<small>They turn on when you come in</small>
                </span>
              )}
              {state.isReady ? (
                <span />
              ) : (
                <button type="button" className="pick tall-44 pad-x-14" onClick={() => void call.prepare()}>
                  Turn on
                </button>
              )}
            </li>
          </ul>
        </Hydrated>
      ) : null}
      <div className="notice mt4" hidden={standing === 'out'}>
        <Icon of={ShieldCheck} />
        <p>
          If one of them says not now, you get a note here. You can still wait for {patient.firstName}, or call{' '}
          {patient.firstName}.
        </p>
      </div>
      <Form method="post">
        <Sheet>
          {isOpen ? null : (
            <Button large block name="intent" value="ask">
              Ask again
            </Button>
          )}
          <Button variant="secondary" large block name="intent" value="leave" className={isOpen ? undefined : 'mt-10'}>
            Leave
          </Button>
        </Sheet>
      </Form>
    </PatientPage>
  )
}
