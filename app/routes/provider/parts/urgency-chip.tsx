import { CalendarClock, Clock, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { tierWords } from '~/domain/chart/triage-words'
import type { Tier } from '~/domain/triage/triage-result'
import { Chip } from '~/ui/chip'
import type { Tone } from '~/ui/tone'

const looks: Record<Tier, { tone: Tone; icon: LucideIcon }> = {
  emergency: { tone: 'emergency', icon: OctagonAlert },
  same_day: { tone: 'attention', icon: Clock },
  expedited: { tone: 'attention', icon: TriangleAlert },
  routine: { tone: 'wait', icon: CalendarClock },
}

/** An urgency as icon and word: "Same day", or with what it is: "Urgency: same day". */
export function UrgencyChip({ tier, named }: { tier: Tier; named?: boolean }) {
  const { tone, icon } = looks[tier]
  return (
    <Chip tone={tone} icon={icon}>
      {named ? `Urgency: ${tierWords[tier].toLowerCase()}` : tierWords[tier]}
    </Chip>
  )
}
