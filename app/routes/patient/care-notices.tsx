import { MessageSquare, OctagonAlert, Phone } from 'lucide-react'
import { Banner } from '~/ui/banner'
import type { ClinicContact } from '~/ui/clinic-contact'
import { Icon } from '~/ui/icon'
import { PhoneLink } from '~/ui/phone-link'

/** When to call whom, on every page of the care portal. */
export function CallNotice({ clinic, className = 'mt-20' }: { clinic: ClinicContact; className?: string }) {
  return (
    <Banner tone="attention" icon={Phone} className={className}>
      <p>
        <b className="strong">Trouble with your bladder or bowels, or new numbness where you sit?</b> Call{' '}
        <a href="tel:911">911</a>.<br />
        <b className="strong">Fever, or a new weak leg?</b> Call us today: <PhoneLink clinic={clinic} bare />.
      </p>
    </Banner>
  )
}

const before = {
  now: 'You cannot pass or hold urine or stool. New or growing numbness where you sit or wipe. Both legs weak. You feel very ill, with fever.',
  today: 'Fever. A new weak leg. Pain that grows fast. Or you are worried.',
}
const afterInjection = {
  now: 'You cannot pass or hold urine or stool. New or growing numbness where you sit or wipe. Both legs weak. A very bad headache or stiff neck. Rash with a swollen throat. You feel very ill, with fever.',
  today:
    'Fever. Redness or pus. A weak or numb leg that lasts over 8 hours. Pain that grows after day 3. Or you are worried.',
}

/** The fixed list of when to call, before or after an injection; the same words on screen and in print. */
export function WhenToCall({ clinic, injection = false }: { clinic: ClinicContact; injection?: boolean }) {
  const words = injection ? afterInjection : before
  return (
    <div className="call-when">
      <div className="e">
        <Icon of={OctagonAlert} />
        <div>
          <b>
            Call{' '}
            <a className="tx-bad" href="tel:911">
              911
            </a>{' '}
            now
          </b>
          <p>{words.now}</p>
        </div>
      </div>
      <div>
        <Icon of={MessageSquare} />
        <div>
          <b>
            Call or text <a href="tel:988">988</a>
          </b>
          <p>If you may harm yourself. Day and night.</p>
        </div>
      </div>
      <div className="w">
        <Icon of={Phone} />
        <div>
          <b>
            Call us today: <PhoneLink clinic={clinic} bare />
          </b>
          <p>{words.today}</p>
        </div>
      </div>
    </div>
  )
}
