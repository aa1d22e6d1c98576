import { CalendarDays, Check, Clock, Droplet, MapPin, Phone } from 'lucide-react'
import { fixedTexts } from '~/domain/intake/emergency-texts'
import { paths } from '~/domain/paths'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { Chip } from '~/ui/chip'
import type { ClinicContact } from '~/ui/clinic-contact'
import { Icon } from '~/ui/icon'
import { PhoneLink } from '~/ui/phone-link'
import { Timeline } from '~/ui/timeline'
import { SentPapersLink } from './sent-papers-link'

type Props = {
  clinic: ClinicContact
  firstName: string
  sent: string | null
  papers: boolean
  title: string
  lead: string
  priority: boolean
  called: boolean
  bloodThinner: boolean
}

/** A video visit to book: within two weeks, or first of all when it should be soon. */
export function BookNext({ clinic, firstName, sent, papers, title, lead, priority, called, bloodThinner }: Props) {
  return (
    <>
      <section className="hero">
        <p className="eyebrow">
          <Icon of={Check} />
          We have your answers, {firstName}
        </p>
        <h1>{title}</h1>
        <p className="lede mt-6">
          {called ? 'A clinician has looked at your answers. ' : ''}
          {lead}
        </p>
        <ul className="facts">
          <li>
            <Icon of={CalendarDays} />
            <span>
              {priority ? 'The earliest times come first' : 'Times in the next 2 weeks'}
              <small>
                {priority ? 'Please choose one in the next 3 working days.' : 'You see them in your own time zone.'}
              </small>
            </span>
            <span />
          </li>
          <li>
            <Icon of={Clock} />
            <span>
              30 minutes, by video, at home
              <small>No camera? You can join by phone.</small>
            </span>
            <span />
          </li>
          {bloodThinner ? (
            <li>
              <Icon of={Droplet} />
              <span>
                Your blood thinner
                <small>{fixedTexts.bloodThinner}</small>
              </span>
              <span />
            </li>
          ) : null}
        </ul>
        <ButtonLink to={paths.book()} large block className="mt4">
          {priority ? 'See the earliest times' : 'Choose a time'}
        </ButtonLink>
        <p className="small center mt-14">
          Rather by phone? Call <PhoneLink clinic={clinic} bare />
        </p>
      </section>
      <section className="h-tl">
        <h2 className="mt-30">Your care timeline</h2>
        <Timeline
          steps={[
            {
              key: 'sent',
              state: 'done',
              title: 'You answered your questions',
              when: sent,
              more: papers && <SentPapersLink />,
            },
            {
              key: 'book',
              state: 'now',
              title: (
                <>
                  Book a video visit{' '}
                  <Chip tone="accent" icon={MapPin}>
                    You are here
                  </Chip>
                </>
              ),
              when: 'Takes about 1 minute',
            },
            { key: 'visit', state: 'next', title: 'Video visit', when: 'You and a provider' },
            {
              key: 'next',
              state: 'next',
              title: 'What comes next',
              when: 'You plan it together in the visit. It may be exercises, a test, or an injection.',
            },
          ]}
        />
      </section>
      <aside>
        <Banner tone="attention" icon={Phone}>
          <p>
            <b className="strong">Trouble with your bladder or bowels, or new numbness where you sit?</b> Call{' '}
            <a href="tel:911">911</a>.
            <br />
            <b className="strong">Fever, or a new weak leg?</b> Call us today: <PhoneLink clinic={clinic} bare />.
          </p>
        </Banner>
      </aside>
    </>
  )
}
