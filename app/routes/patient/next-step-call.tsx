import { Link } from '@remix-run/react'
import { Check, MapPin, MessageSquare, OctagonAlert, Phone, PhoneMissed, Smartphone } from 'lucide-react'
import { fixedTexts } from '~/domain/intake/emergency-texts'
import { paths } from '~/domain/paths'
import type { CallWords } from '~/domain/urgent/call-words'
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
  lead: string
  words: CallWords
  phone: string | null
  takenBy: string | null
  draft: boolean
}

/** Somebody must talk with the person first: by when, on which number, and what to do if it gets worse. Nothing to book. */
export function CallNext({ clinic, firstName, sent, papers, lead, words, phone, takenBy, draft }: Props) {
  return (
    <>
      <section className="hero">
        <p className="eyebrow">
          <Icon of={Check} />
          {sent ? 'We have your answers' : 'Your answers are saved'}, {firstName}
        </p>
        <h1>{words.title}</h1>
        <p className="lede mt-6">{lead}</p>
        <div className="rule-t mt-16 pt-14">
          <p className="small muted">{words.late ? 'We are late. We are sorry.' : 'You hear from us'}</p>
          <p className="when-big xl">{words.by}</p>
        </div>
        {words.day === 'today' ? null : (
          <p className="small mt-10">
            If you cannot wait until then, go to an urgent care clinic or an emergency room.
          </p>
        )}
        <ul className="facts">
          {phone ? (
            <li>
              <Icon of={Smartphone} />
              <span>
                We call <b className="strong nowrap">{phone}</b>
                <small>From {clinic.phone}</small>
              </span>
              <span />
            </li>
          ) : null}
          <li>
            <Icon of={PhoneMissed} />
            <span>
              If we miss each other
              <small>
                We try again. You can call us too: <PhoneLink clinic={clinic} bare />
              </small>
            </span>
            <span />
          </li>
        </ul>
        <ButtonLink to={`tel:${clinic.tel}`} variant="secondary" large block icon={Phone} className="mt4">
          Call us now instead
        </ButtonLink>
      </section>
      <aside>
        <h2 className="mt-20">If it gets worse, do not wait</h2>
        <IfWorse clinic={clinic} />
      </aside>
      <section className="h-tl">
        <h2 className="mt-30">Your care timeline</h2>
        <Timeline
          steps={[
            draft && !sent
              ? { key: 'sent', state: 'now', title: 'You are answering your questions', more: <GoOn /> }
              : {
                  key: 'sent',
                  state: 'done',
                  title: 'You answered your questions',
                  when: sent,
                  more: papers && <SentPapersLink />,
                },
            {
              key: 'call',
              state: 'now',
              title: (
                <>
                  {takenBy ? `${takenBy} calls you` : 'A clinician calls you'}{' '}
                  <Chip tone="accent" icon={MapPin}>
                    You are here
                  </Chip>
                </>
              ),
              when: words.late ? undefined : `${words.day === 'today' ? 'Today, ' : ''}${words.by}`,
            },
            {
              key: 'next',
              state: 'next',
              title: 'What comes next',
              when: 'You plan it together on the phone. Booking opens after the call.',
            },
          ]}
        />
      </section>
    </>
  )
}

function GoOn() {
  return (
    <p className="when">
      <Link className="tap" to={paths.intake()}>
        Go on with my questions
      </Link>
    </p>
  )
}

function IfWorse({ clinic }: { clinic: ClinicContact }) {
  return (
    <div className="call-when">
      <div className="e">
        <Icon of={OctagonAlert} />
        <span>
          <b>
            Call{' '}
            <a className="tx-bad" href="tel:911">
              911
            </a>{' '}
            now
          </b>
          <p>{fixedTexts.ifWorse}</p>
        </span>
      </div>
      <div>
        <Icon of={MessageSquare} />
        <span>
          <b>
            Call or text <a href="tel:988">988</a>
          </b>
          <p>If you may harm yourself. Day and night.</p>
        </span>
      </div>
      <div className="w">
        <Icon of={Phone} />
        <span>
          <b>
            Call us: <PhoneLink clinic={clinic} bare />
          </b>
          <p>Anything new, or you are worried.</p>
        </span>
      </div>
    </div>
  )
}
