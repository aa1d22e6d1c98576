import { CircleCheck, CircleHelp, CircleMinus, Hourglass, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import {
  anchorNames,
  diagnosticNames,
  diagnosticWhy,
  reliefWords,
  secondMeasureWords,
  therapeuticNames,
} from '~/domain/outcome/response-words'
import type { FollowUpReading } from '~/domain/outcome/follow-up-reading'
import { addDays } from '~/domain/time/add-days'
import { dayOf } from '~/domain/time/day-of'
import { sayDay } from '~/domain/time/say-day'
import { Chip } from '~/ui/chip'
import { Icon } from '~/ui/icon'
import { useClinic } from '~/ui/use-clinic'

const icons: Record<string, LucideIcon> = {
  positive: CircleCheck,
  substantial: CircleCheck,
  partial: CircleMinus,
  moderate: CircleMinus,
  negative: CircleMinus,
  none: CircleMinus,
  worse: TriangleAlert,
  indeterminate: CircleHelp,
  notComputable: CircleHelp,
}

const weeksUntilKnown = { days: 84 }

/** The first day and day 14, each by itself: what numbing said and what the steroid does are never one result. */
export function TwoResults({ reading, needleInAt }: { reading: FollowUpReading; needleInAt: Date }) {
  const { timeZone } = useClinic()
  const { diagnostic, therapeutic, pain, peg } = reading
  const known = sayDay(addDays(dayOf(needleInAt, timeZone), weeksUntilKnown.days))
  const numbers = pain?.after ? `${pain.before.value} to ${pain.after.value}, ${anchorNames[pain.anchor]}` : null
  return (
    <section className="panel clip" aria-labelledby="results-h">
      <div className="grp">
        <h2 id="results-h">Two results, kept apart</h2>
      </div>
      <div className="res">
        <p className="sub">First day: did numbing the joint stop the pain?</p>
        <p className="v">
          <Icon of={icons[diagnostic.kind] ?? CircleHelp} />
          {diagnosticNames[diagnostic.kind]}
        </p>
        <p className="muted">{diagnosticWhy(diagnostic)}</p>
      </div>
      <div className="res">
        <p className="sub">Day 14: is the steroid helping?</p>
        <p className="v">
          <Icon of={icons[therapeutic.kind] ?? CircleHelp} />
          {therapeuticNames[therapeutic.kind]}{' '}
          {therapeutic.kind === 'notComputable' ? null : (
            <Chip tone="attention" icon={Hourglass}>
              Provisional
            </Chip>
          )}
        </p>
        <p className="muted">
          {pain
            ? `${reliefWords(reading.relief)}${numbers ? ` (${numbers})` : ''}. `
            : 'There is no number from before on the same scale, anchor and side: relief cannot be computed. '}
          {peg?.after ? `PEG ${peg.before.value.toFixed(1)} to ${peg.after.value.toFixed(1)}. ` : null}
          {pain?.after ? `${secondMeasureWords[therapeutic.secondMeasure]}. ` : null}
          {pain?.after ? (
            <>
              Whether it lasts 3 months is known on <b className="strong nowrap tx-ink">{known}</b>.
            </>
          ) : null}
        </p>
      </div>
    </section>
  )
}
