import { CircleHelp, Clock, Info, Siren, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { RuleChip } from '~/domain/triage/rule-rows'
import { Chip } from '~/ui/chip'
import type { Tone } from '~/ui/tone'

const looks: Record<RuleChip['kind'], { tone: Tone; icon?: LucideIcon }> = {
  emergency: { tone: 'emergency', icon: Siren },
  same_day: { tone: 'attention', icon: Clock },
  expedited: { tone: 'attention', icon: TriangleAlert },
  routine: { tone: 'wait' },
  cause: { tone: 'accent' },
  points: { tone: 'wait' },
  pattern: { tone: 'accent' },
  blocker: { tone: 'plain' },
  note: { tone: 'wait', icon: Info },
  payer: { tone: 'plain' },
  unverified: { tone: 'attention', icon: CircleHelp },
}

/** What a rule leads to. */
export function RuleChips({ chips }: { chips: readonly RuleChip[] }) {
  return (
    <span className="chips">
      {chips.map(({ kind, text }) => (
        <Chip key={`${kind} ${text}`} {...looks[kind]}>
          {text}
        </Chip>
      ))}
    </span>
  )
}
