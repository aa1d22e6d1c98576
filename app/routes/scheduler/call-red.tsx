import { PhoneForwarded, PhoneOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { EmergencyText } from '~/domain/intake/emergency-texts'
import type { ClinicContact } from '~/ui/clinic-contact'
import { DensityProvider } from '~/ui/density'
import { Icon } from '~/ui/icon'

type Props = {
  text: EmergencyText
  patient: { name: string; phone: string | null }
  clinic: ClinicContact
  /** What the portal did; without it the portal could not be reached and nobody is paged. */
  done?: ReactNode
  /** The question is asked a second time: it has the focus. */
  asking?: boolean
  children?: ReactNode
}

/** The whole screen of whoever asks by phone: the fixed words of the rule to say at once, then hang up. Nothing to choose. */
export function CallRed({ text, patient, clinic, done, asking, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!asking) heading.current?.focus()
  }, [asking])
  const line = text.variant === '988' ? '988' : '911'
  return (
    <DensityProvider value="staff">
      <div className="staff emergency call-red">
        <main id="main" aria-labelledby="red-title">
          <div className="em-top" role="alert">
            <div className="em-in">
              <p>Say this now, word for word</p>
              <h1 id="red-title" tabIndex={-1} ref={heading}>
                “{text.title} {text.lead}”
              </h1>
              <p className="red-say">“Tell them: {text.say}.”</p>
              <p>
                <Icon of={text.variant === '988' ? PhoneForwarded : PhoneOff} />
                {text.variant === '988'
                  ? `Stay on the line until ${patient.name} calls ${line} or a clinician takes over. Ask no more questions.`
                  : `Then both of you hang up, so that ${patient.name} can call ${line}. Ask no more questions.`}
              </p>
            </div>
          </div>
          <div className="em-body">
            {done ?? (
              <p className="strong" role="status">
                The portal cannot be reached: nobody is paged yet. Go to a clinician now, or call {clinic.phone}. Leave
                this page open, it keeps trying.
              </p>
            )}
            {patient.phone ? (
              <p className="mt-6">
                Number on file: <b className="strong nowrap">{patient.phone}</b>
              </p>
            ) : null}
            {children}
          </div>
        </main>
      </div>
    </DensityProvider>
  )
}
