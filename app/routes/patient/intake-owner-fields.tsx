import { ownerFields } from './intake-carry'
import type { Owner } from './use-intake-session'

/** Whose answers these are; `at` names the field the person was last in. */
export function OwnerFields({ owner, at = '' }: { owner: Owner; at?: string }) {
  return (
    <span hidden>
      <input type="hidden" name={ownerFields.who} value={owner.who} />
      <input type="hidden" name={ownerFields.intake} value={owner.intake} />
      <input type="hidden" name={ownerFields.at} defaultValue={at} />
    </span>
  )
}
