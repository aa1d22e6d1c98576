import { ArrowRight, MessageSquare, Phone, Smartphone } from 'lucide-react'
import { paths } from '~/domain/paths'
import { correctionTexts } from '~/domain/urgent/correction-texts'
import { ButtonLink } from '~/ui/button-link'
import { CallButton } from '~/ui/call-button'
import { Icon } from '~/ui/icon'
import { PatientPage } from '~/ui/patient-page'
import { Sheet } from '~/ui/sheet'
import { useClinic } from '~/ui/use-clinic'
import type { changedView } from './intake-correction.server'

type Props = NonNullable<Awaited<ReturnType<typeof changedView>>>

const { title, lead, booking, worse } = correctionTexts.changed

/** After a wrong tap was put right: thanks, who calls and when, where to go on, and whom to call if it is true after all. */
export function ChangedPage({ phone, takenBy, by, late, said, next }: Props) {
  const clinic = useClinic()
  return (
    <PatientPage clinic={clinic} step={{ back: paths.care(), backLabel: 'My care' }} room="sheet">
      <h1 tabIndex={-1}>{title}</h1>
      <p className="lede">{lead}</p>
      {said ? (
        <dl className="rev-said mt-16">
          <div>
            <dt>{said.question}</dt>
            <dd>{said.answer}</dd>
          </div>
        </dl>
      ) : null}
      <ul className="facts mt-16">
        <li>
          <Icon of={Smartphone} />
          <span>
            {takenBy ?? 'A clinician'} calls you
            {phone ? (
              <>
                {' '}
                at <b className="strong nowrap">{phone}</b>
              </>
            ) : null}
            <small>
              {late ? 'We are late. We are sorry.' : `${by.charAt(0).toUpperCase()}${by.slice(1)}.`} {booking}
            </small>
          </span>
          <span />
        </li>
      </ul>
      <h2 className="mt-20">{worse}</h2>
      <div className="stack s-10 mt-10">
        <CallButton href="tel:911" title="Call 911" icon={Phone} />
        <CallButton href="tel:988" title="Call or text 988" note="If you may harm yourself" icon={MessageSquare} />
        <CallButton href={`tel:${clinic.tel}`} title="Call the clinic" note={clinic.phone} icon={Phone} />
      </div>
      <Sheet>
        <ButtonLink to={next.to} large block iconAfter={ArrowRight}>
          {next.label}
        </ButtonLink>
      </Sheet>
    </PatientPage>
  )
}
