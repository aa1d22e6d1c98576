import { slotTiming } from '~/domain/outcome/diary-timing'
import { DiaryChart } from '~/ui/diary-chart/diary-chart'
import { DiaryKey } from '~/ui/diary-chart/diary-key'
import { DiaryTable } from '~/ui/diary-chart/diary-table'
import type { DiaryThreshold, DiaryWindow } from '~/ui/diary-chart/entry'
import { EmptyState } from '~/ui/empty-state'
import { TableScroll } from '~/ui/table-scroll'
import { useClinic } from '~/ui/use-clinic'
import type { FollowUp } from '~/features/outcome/read-follow-up.server'
import { curveOf, rowsOf } from './curve'

const windows: DiaryWindow[] = [
  { from: { hours: 0.5 }, to: { hours: 2 }, name: 'Numbing window', note: '30 min to 2 h', tone: 'accent' },
  { from: { day: 7 }, to: { day: 14 }, name: 'Steroid window', note: 'day 7 to 14', tone: 'good' },
]

const sideName = { left: 'Left side', right: 'Right side', both: 'Both sides' }

/** The numbers of the curve: when, how strong, relief on the same scale, and who wrote them. */
export function PainTable({ followUp, now }: { followUp: FollowUp; now: Date }) {
  const { timeZone } = useClinic()
  const { procedure, entries } = followUp
  const { painBefore, needleOutAt } = procedure
  if (procedure.state !== 'done' || painBefore === null || !needleOutAt) return null
  const rows = rowsOf({ entries, painBefore, needleOutAt, zone: timeZone, now })
  return (
    <section className="panel clip">
      <TableScroll label="Diary numbers">
        <DiaryTable caption="Diary numbers" rows={rows} movingName="Activity" withRelief withEntered />
      </TableScroll>
    </section>
  )
}

/** Pain since the injection against the number before, as a curve; the same numbers stand in a table. */
export function PainCurve({ followUp, now }: { followUp: FollowUp; now: Date }) {
  const { timeZone } = useClinic()
  const { procedure, entries } = followUp
  const { painBefore, needleOutAt } = procedure
  if (procedure.state !== 'done' || painBefore === null || !needleOutAt) {
    return (
      <section className="panel">
        <EmptyState title="The procedure is not recorded yet">
          The curve starts with the number before the injection. It comes from the procedure record.
        </EmptyState>
      </section>
    )
  }
  const diary = { entries, painBefore, needleOutAt, zone: timeZone, now }
  const curve = curveOf(diary)
  const thresholds: DiaryThreshold[] = [
    { value: painBefore * 0.25, name: '75% relief', floor: true, from: { hours: 0.5 }, to: { hours: 2 } },
    { value: painBefore * 0.5, name: '50% relief', from: { day: 7 }, to: { day: 14 } },
  ]
  const last = entries.at(-1)
  const label = `Pain ${painBefore} before the injection${last ? `, ${last.painNow} at the last of ${entries.length} entries` : ', no entries yet'}. The table below has every value.`
  const done = slotTiming('d14', needleOutAt, timeZone).opensAt <= now
  const chart = {
    entries: curve,
    label,
    baseline: { value: painBefore, name: `Baseline ${painBefore}` },
    windows,
    thresholds,
  }
  return (
    <section className="panel pad-14-16 curve" aria-labelledby="curve-h">
      <div className="row between wrap mb-8">
        <h2 className="fs-base" id="curve-h">
          Pain since the injection
        </h2>
        <DiaryKey now={`${sideName[procedure.side]}, now, 0 to 10`} moving="During the activity" late="Recalled late" />
      </div>
      <div className="curve-wide">
        <DiaryChart {...chart} size="wide" />
      </div>
      <div className="curve-narrow">
        <DiaryChart {...chart} thresholds={thresholds.slice(1)} />
      </div>
      {done ? null : <p className="sub mt-6">The diary is still running.</p>}
    </section>
  )
}
