import { Link } from '@remix-run/react'
import { CloudOff, LogIn } from 'lucide-react'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { Banner } from '~/ui/banner'
import { SavedMark } from '~/ui/saved-mark'
import type { AutosaveState } from './intake-autosave'

/** Whether everything on the page is safe, and since when in the person's own zone. */
export function Saved({ saving, at, zone }: { saving: AutosaveState; at: Date; zone: string }) {
  const newest = saving.savedAt && saving.savedAt > at ? saving.savedAt : at
  return <SavedMark at={sayTime(newest, zone)} state={saving.state} />
}

/** Under the header while answers wait on this page: what we do, and that nothing is lost as long as it stays open. */
export function Unsaved({ saving, stays }: { saving: AutosaveState; stays: boolean }) {
  if (!saving.unreachable) return null
  if (saving.signedOut)
    return (
      <Banner tone="attention" icon={LogIn} flush live="alert">
        <p>
          <b className="strong">You were signed out.</b> Your last answer is kept on this page. Leave it open and{' '}
          <Link to={paths.signIn()} target="_blank" rel="noreferrer">
            sign in again in a new tab
          </Link>
          . Then we save it.
        </p>
      </Banner>
    )
  const count = saving.waiting === 1 ? 'Your last answer is' : `Your last ${saving.waiting} answers are`
  return (
    <Banner tone="attention" icon={CloudOff} flush live="alert">
      <p>
        <b className="strong">Not saved yet. We keep trying.</b> {count} kept on this page until then.
        {stays ? ' You can go on when it is saved.' : ''}
      </p>
    </Banner>
  )
}
