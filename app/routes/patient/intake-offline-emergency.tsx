import type { EmergencyText } from '~/domain/intake/emergency-texts'
import { EmergencyPage } from '~/ui/emergency-page'
import { useClinic } from '~/ui/use-clinic'
import { firstCall } from './intake-first-call'

/** The fixed text when an answer needs help now and the line is down: nobody has been told, and the page says so. */
export function OfflineEmergency({ text }: { text: EmergencyText }) {
  const clinic = useClinic()
  return (
    <EmergencyPage
      clinic={clinic}
      title={text.title}
      lede={text.lead}
      {...firstCall(text)}
      promise="You are offline. We do not know about your answer yet: please call. We keep trying to reach the clinic for you."
    />
  )
}
