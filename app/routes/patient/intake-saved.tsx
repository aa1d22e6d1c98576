import { Link } from '@remix-run/react'
import { CircleCheck, CloudOff, LogIn, Smartphone, WifiOff } from 'lucide-react'
import { isQuestionKey, questionOf } from '~/domain/intake/instrument'
import { slugOfQuestion } from '~/domain/intake/steps'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { SavedMark } from '~/ui/saved-mark'
import type { AutosaveState } from '~/ui/intake/intake-autosave'
import { useInstrument } from './asked-version'
import { fieldId } from './intake-field'
import { signedOutWords } from './intake-signed-out-words'

/** Whether everything on the page is safe, and since when in the person's own zone. */
export function Saved({ saving, at, zone }: { saving: AutosaveState; at: Date; zone: string }) {
  const newest = saving.savedAt && saving.savedAt > at ? saving.savedAt : at
  return <SavedMark at={sayTime(newest, zone)} state={saving.state} />
}

const isOffline = () => typeof navigator !== 'undefined' && !navigator.onLine

/** Under the header while the session is over or answers wait on this page: what we do, and that nothing is lost. */
export function Unsaved({ saving, stays, onSignIn }: { saving: AutosaveState; stays: boolean; onSignIn: () => void }) {
  const which = useInstrument()
  if (saving.signedOut) {
    const { title, lead } = signedOutWords[saving.signedOut]
    return (
      <Banner tone="attention" icon={LogIn} flush live="alert">
        <p>
          <b className="strong">{title}</b> {lead}
        </p>
        <p className="mt-6">
          <Button type="button" variant="secondary" onClick={onSignIn}>
            Sign in
          </Button>
        </p>
      </Banner>
    )
  }
  const goOn = stays ? ' You can go on when it is saved.' : ''
  if (saving.unreachable) {
    const offline = isOffline()
    const title = offline ? 'You are offline. We keep trying.' : 'Not saved yet. We keep trying.'
    const count = saving.waiting === 1 ? 'Your last answer is' : `Your last ${saving.waiting} answers are`
    return (
      <Banner tone="attention" icon={offline ? WifiOff : CloudOff} flush live="alert">
        <p>
          <b className="strong">{title}</b> {count} kept on this page until then.
          {goOn}
        </p>
      </Banner>
    )
  }
  if (!stays) return null
  const wrong = Object.keys(saving.problems).find(isQuestionKey)
  if (wrong)
    return (
      <Banner tone="attention" icon={CloudOff} flush live="alert">
        <p>
          <b className="strong">One answer is not saved yet.</b> Correct it or clear it, then you can go on:{' '}
          <Link className="tap" to={`${paths.intakeStep(slugOfQuestion(wrong, which))}#${fieldId(wrong)}`}>
            {questionOf(wrong, which).label}
          </Link>
        </p>
      </Banner>
    )
  return (
    <Banner tone="attention" icon={WifiOff} flush live="alert">
      <p>
        <b className="strong">We cannot reach the clinic’s computer now.</b> Your answers are safe. Try again in a
        moment.
      </p>
    </Banner>
  )
}

/** While answers wait: what is only here, what is safe, and trying at once. */
export function KeptHere({ saving, at, zone, onTry }: Parameters<typeof Saved>[0] & { onTry: () => void }) {
  if (!saving.unreachable || saving.signedOut) return null
  const newest = saving.savedAt && saving.savedAt > at ? saving.savedAt : at
  return (
    <>
      <ul className="facts mt-20">
        <li>
          <Icon of={Smartphone} />
          <span>
            Kept on this page only
            <small>{saving.waiting === 1 ? '1 answer' : `${saving.waiting} answers`}. Leave this page open.</small>
          </span>
          <span />
        </li>
        <li>
          <Icon of={CircleCheck} />
          <span>
            Safe with us
            <small>
              {saving.safe === 1 ? '1 answer' : `${saving.safe} answers`}, last at {sayTime(newest, zone)}
            </small>
          </span>
          <span />
        </li>
      </ul>
      <Button type="button" variant="quiet" onClick={onTry}>
        Try to save now
      </Button>
    </>
  )
}
