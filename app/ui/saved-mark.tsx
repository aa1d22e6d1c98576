import { Check, CloudOff, LoaderCircle } from 'lucide-react'
import { Icon } from './icon'

/** Whether the answers are safe: ready words of the hour, still sending, or not saved. Announced once per change. */
export function SavedMark({ at, state = 'saved' }: { at?: string | null; state?: 'saved' | 'saving' | 'not-saved' }) {
  if (state === 'not-saved')
    return (
      <span className="saved not" role="status">
        <Icon of={CloudOff} />
        Not saved yet
      </span>
    )
  if (state === 'saving' || !at)
    return (
      <span className="saved wait" role="status">
        {state === 'saving' ? (
          <>
            <Icon of={LoaderCircle} />
            Saving
          </>
        ) : null}
      </span>
    )
  return (
    <span className="saved" role="status">
      <Icon of={Check} />
      Saved {at}
    </span>
  )
}
