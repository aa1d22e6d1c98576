import { Droplet, Printer } from 'lucide-react'
import type { Side } from '~/domain/people/side'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import type { ClinicContact } from '~/ui/clinic-contact'
import { Hydrated } from '~/ui/hydrated'
import { WhenToCall } from './care-notices'

type Props = {
  clinic: ClinicContact
  day: string
  side: Side
  driver: string | null
  bloodThinner: { takes: boolean; weCall: boolean }
}

/** How to get ready, in the clinic's own words: before, at the clinic, after, and when to call. */
export function ProcedureReady({ clinic, day, driver, bloodThinner }: Props) {
  return (
    <section className="doc">
      <h2>How to get ready</h2>
      <div className="tools no-print">
        <Hydrated>
          <Button type="button" variant="secondary" icon={Printer} onClick={() => window.print()}>
            Print
          </Button>
        </Hydrated>
      </div>
      {bloodThinner.takes ? (
        <Banner icon={Droplet} className="mt4">
          <p>
            <b className="strong">Keep taking your blood thinner.</b> Our clinician will contact you and your
            prescriber.
          </p>
        </Banner>
      ) : null}
      <h3>Before {day}</h3>
      <ul className="dots">
        <li>
          <span>
            An adult drives you home{driver ? ': ' : null}
            {driver ? <b className="strong">{driver}</b> : null}.
          </span>
        </li>
        <li>
          <span>Tell us about fever, an infection, an antibiotic, or a new medicine.</span>
        </li>
      </ul>
      <h3>At the clinic</h3>
      <p>
        We ask your name and your side again. You lie face down on a table. We clean and numb the skin. The doctor uses
        an x-ray machine to guide a needle into the joint and puts in numbing medicine mixed with a steroid. Then a
        bandage. It takes 20 to 30 minutes.
      </p>
      <h3>After</h3>
      <ul className="dots">
        <li>
          <span>You stay a short time. Then your driver takes you home.</span>
        </li>
        <li>
          <span>Fill in your diary at the times it asks. The first hours matter most.</span>
        </li>
        <li>
          <span>Take it easy today. No heat on the spot today. Ice helps.</span>
        </li>
        <li>
          <span>Eat and take your medicines as usual, unless your doctor told you something else.</span>
        </li>
        <li>
          <span>Do your normal things again the next day.</span>
        </li>
        <li>
          <span>You may be sore for several days. The steroid usually works fully within 1 week.</span>
        </li>
      </ul>
      <h2>When to call</h2>
      <WhenToCall clinic={clinic} injection />
    </section>
  )
}
