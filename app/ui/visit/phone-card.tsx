import { Form, Link } from '@remix-run/react'
import { useState } from 'react'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { Button } from '../button'
import { TextField } from '../text-field'
import { Timeline } from '../timeline'
import { useClinic } from '../use-clinic'
import { useHydrated } from '../use-hydrated'

type Props = {
  phone: string
  provider: string
  /** When the visit went over to the telephone; null when this deployment has no video at all. */
  since: Date | null
  canGoBack: boolean
  problem?: string
}

/** The visit goes on by telephone: which number rings, from where, and the way back. Works without scripts. */
export function PhoneCard({ phone, provider, since, canGoBack, problem }: Props) {
  const clinic = useClinic()
  const [wantsOther, setWantsOther] = useState(problem !== undefined)
  const isChanging = !useHydrated() || wantsOther
  return (
    <section className="v-card" data-theme="light" aria-live="polite">
      <p className="small muted">We call you now at</p>
      <h2 className="fs-2rem lh-12">{phone}</h2>
      <p className="mt-4">Stay here and keep this page open. It is still your visit.</p>
      <Timeline
        steps={[
          {
            key: 'video',
            state: 'done',
            title: since ? `Video ended at ${sayTime(since, clinic.timeZone)}` : 'There is no video in this visit',
            when: 'Your notes and place are kept',
          },
          { key: 'ring', state: 'now', title: 'Your phone rings', when: `From ${clinic.phone}, in a moment` },
          {
            key: 'talk',
            state: 'next',
            title: 'You go on by phone',
            when: `${provider} stays with you. The movement checks wait.`,
          },
        ]}
      />
      {isChanging ? (
        <Form method="post" className="mt-10">
          <TextField
            id="other-number"
            name="phone"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            label="Call me at this number"
            defaultValue={phone}
            errors={problem ? [problem] : undefined}
          />
          <Button name="intent" value="call-back" block className="mt-10">
            Use this number
          </Button>
        </Form>
      ) : (
        <div className="pair mt-10">
          <button type="button" className="pick tall-52" onClick={() => setWantsOther(true)}>
            Other number
          </button>
          <a className="pick tall-52" href={`tel:${clinic.tel}`}>
            Call us instead
          </a>
        </div>
      )}
      {canGoBack ? (
        <Form method="post" className="under">
          <Button variant="quiet" name="intent" value="video">
            Go back to video
          </Button>
        </Form>
      ) : (
        <p className="under">
          <Link to={paths.care()}>Back to my care</Link>
        </p>
      )}
    </section>
  )
}
