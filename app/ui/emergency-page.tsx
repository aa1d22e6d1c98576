import { MessageSquare } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { CallButton } from './call-button'
import type { ClinicContact } from './clinic-contact'
import { DensityProvider } from './density'

type Props = {
  clinic: ClinicContact
  /** The instruction, e.g. "Call 911 now." */
  title: string
  /** The rule's fixed sentence. */
  lede: ReactNode
  /** The act that dials first; 911 unless the rule says otherwise. */
  first?: { href: string; title: string; note?: ReactNode }
  /** The rule's own phrase to say, in quotation marks. */
  say?: string
  /** When and where we call if we hear nothing. */
  promise: ReactNode
  /** A form with the ways to say what the person does: buttons of class `pick` inside `pair`. */
  answers?: ReactNode
  /** What we did and when. */
  done?: ReactNode
  /** Leads to a clinician, never back to the form. */
  wrongTap?: { href: string; label?: string }
  children?: ReactNode
}

/**
 * The whole screen when somebody needs help now: no header, no menu, one first act, nothing animated, printable. Who has
 * begun to act before the scripts came stays where they are.
 */
export function EmergencyPage(props: Props) {
  const { clinic, title, lede, say, promise, answers, done, wrongTap } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const at = document.activeElement
    if (!at || at === document.body) heading.current?.focus()
  }, [])
  const first = props.first ?? { href: 'tel:911', title: 'Call 911', note: say ? `Say: “${say}”` : undefined }
  return (
    <DensityProvider value="patient">
      <div className="patient emergency">
        <main id="main" aria-labelledby="emergency-title">
          <div className="em-top" role="alert">
            <div className="em-in">
              <h1 id="emergency-title" tabIndex={-1} ref={heading}>
                {title}
              </h1>
              <p>{lede}</p>
              <CallButton {...first} first />
            </div>
          </div>
          <div className="em-body">
            <div className="stack s-10">
              {first.href === 'tel:988' ? (
                <CallButton href="tel:911" title="Call 911" note="If you are in danger now" />
              ) : (
                <CallButton
                  href="tel:988"
                  icon={MessageSquare}
                  title="Call or text 988"
                  note="If you may harm yourself"
                />
              )}
              <CallButton href={`tel:${clinic.tel}`} title="Call the clinic" note={clinic.phone} />
            </div>
            <div className="em-tell">
              <p>
                {answers ? <b className="strong">Tell us what you are doing. </b> : null}
                {promise}
              </p>
              {answers}
            </div>
            {done ? <p className="small muted mt-18">{done}</p> : null}
            {wrongTap ? (
              <p className="small mt-6">
                <a className="tap" href={wrongTap.href}>
                  {wrongTap.label ?? 'I tapped the wrong answer: talk to a clinician'}
                </a>
              </p>
            ) : null}
            {props.children}
          </div>
        </main>
      </div>
    </DensityProvider>
  )
}
