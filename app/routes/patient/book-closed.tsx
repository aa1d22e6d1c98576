import type { ReactNode } from 'react'
import { paths } from '~/domain/paths'
import { ButtonLink } from '~/ui/button-link'
import type { ClinicContact } from '~/ui/clinic-contact'
import { PatientPage } from '~/ui/patient-page'
import { CallNotice } from './care-notices'

type Why = 'calledToday' | 'seen' | 'noState'

const words: Record<Why, { title: string; lead: string; to: string; label: string }> = {
  calledToday: {
    title: 'We call you',
    lead: 'A clinician needs to talk with you about one of your answers. There is nothing to book. All you do is answer the phone.',
    to: paths.nextStep(),
    label: 'See when we call',
  },
  seen: {
    title: 'Your visit has taken place',
    lead: 'What comes next stands in your summary. If something is new or worse, please call us.',
    to: paths.care(),
    label: 'See my care',
  },
  noState: {
    title: 'Please call us to book',
    lead: 'We do not know which state you live in. We need it to find a provider who is licensed there.',
    to: paths.care(),
    label: 'Back to my care',
  },
}

/** Why nothing can be booked now, and what happens instead. */
export function BookClosed(props: { clinic: ClinicContact; step: { back: string; saved: ReactNode }; why: Why }) {
  const { clinic, step, why } = props
  const { title, lead, to, label } = words[why]
  return (
    <PatientPage clinic={clinic} step={step} wide>
      <h1>{title}</h1>
      <p className="lede mt-6">{lead}</p>
      <ButtonLink to={to} large block className="mt-20">
        {label}
      </ButtonLink>
      <CallNotice clinic={clinic} />
    </PatientPage>
  )
}
