import type { EmergencyText } from '~/domain/intake/emergency-texts'
import { Button } from '~/ui/button'
import { EmergencyPage } from '~/ui/emergency-page'
import { useClinic } from '~/ui/use-clinic'
import type { AutosaveState } from '~/ui/intake/intake-autosave'
import { firstCall } from './intake-first-call'

const promises = {
  telling: 'We are telling our on-call clinician now.',
  unreachable:
    'You are offline. We do not know about your answer yet: please call. We keep trying to reach the clinic for you.',
  signedOut: 'You were signed out. We do not know about your answer yet: please call. Then sign in, and we know.',
}

/** The fixed text at once, while the answer is still on its way: whether anybody has been told is said as it is. */
export function EmergencyNow({
  text,
  saving,
  onSignIn,
}: {
  text: EmergencyText
  saving: AutosaveState
  onSignIn: () => void
}) {
  const clinic = useClinic()
  const promise = saving.signedOut ? promises.signedOut : saving.unreachable ? promises.unreachable : promises.telling
  return (
    <EmergencyPage clinic={clinic} title={text.title} lede={text.lead} {...firstCall(text)} promise={promise}>
      {saving.signedOut ? (
        <Button type="button" variant="secondary" block className="mt-16" onClick={onSignIn}>
          Sign in
        </Button>
      ) : null}
    </EmergencyPage>
  )
}
