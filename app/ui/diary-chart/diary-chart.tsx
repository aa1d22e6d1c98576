import { DiaryAxes } from './diary-axes'
import { DiaryLine } from './diary-line'
import type { DiaryEntry, DiaryThreshold, DiaryWindow } from './entry'
import { narrowScale, wideScale, xOf, yOf } from './scale'

type Props = {
  entries: readonly DiaryEntry[]
  /** Says the curve in words and where the same numbers stand in a table. */
  label: string
  baseline?: { value: number; name: string } | null
  windows?: readonly DiaryWindow[]
  thresholds?: readonly DiaryThreshold[]
  lastDay?: number
  size?: 'wide' | 'narrow'
  /** Dots on the axis for days still to come. */
  toCome?: boolean
  /** Words under both parts of the axis. */
  parts?: readonly [string, string]
}

/** Pain after an injection: circle = now, diamond = during the activity, square = recalled late; windows and thresholds named. */
export function DiaryChart(props: Props) {
  const { entries, label, baseline, windows = [], thresholds = [], lastDay = 14, size = 'narrow', toCome } = props
  const scale = size === 'wide' ? wideScale : narrowScale
  const x = (at: DiaryEntry['at']) => xOf(scale, at, lastDay)
  const y = (value: number) => yOf(scale, value)
  const wide = size === 'wide'
  const filled = new Set(entries.flatMap(({ at, now }) => ('day' in at && now !== null ? [at.day] : [])))
  const open = toCome
    ? Array.from({ length: lastDay - 1 }, (_, at) => at + 2).filter((day) => day > Math.max(1, ...filled))
    : []
  return (
    <svg
      className={wide ? 'chart chart-wide' : 'chart'}
      viewBox={`0 0 ${scale.width} ${scale.height}`}
      role="img"
      aria-label={label}
    >
      {windows.map((each) => {
        const [from, to] = [x(each.from), x(each.to)]
        return (
          <g key={each.name}>
            <rect
              className={each.tone === 'good' ? 'w2' : 'w1'}
              x={from}
              y={scale.top}
              width={to - from}
              height={scale.bottom - scale.top}
            />
            {wide ? (
              <>
                <text x={(from + to) / 2} y="14" textAnchor="middle" className="b">
                  {each.name}
                </text>
                <text x={(from + to) / 2} y="28" textAnchor="middle">
                  {each.note}
                </text>
              </>
            ) : null}
          </g>
        )
      })}
      <DiaryAxes scale={scale} lastDay={lastDay} wide={wide} parts={props.parts} />
      {baseline ? (
        <>
          <line className="base" x1={scale.left} x2={scale.right} y1={y(baseline.value)} y2={y(baseline.value)} />
          <text
            className={wide ? 'base-name' : 'p base-name'}
            x={wide ? 379 : scale.right}
            y={y(baseline.value) - 7}
            textAnchor={wide ? 'middle' : 'end'}
          >
            {baseline.name}
          </text>
        </>
      ) : null}
      {thresholds.map((each) => (
        <g key={each.name}>
          <line className="thr" x1={x(each.from)} x2={x(each.to)} y1={y(each.value)} y2={y(each.value)} />
          <text
            className={wide ? 'thr-name' : 'p thr-name'}
            x={each.floor ? (x(each.from) + x(each.to)) / 2 : x(each.to) - 4}
            y={each.floor ? scale.bottom - 7 : y(each.value) - 6}
            textAnchor={each.floor ? 'middle' : 'end'}
          >
            {each.name}
          </text>
        </g>
      ))}
      <DiaryLine entries={entries} x={x} y={y} />
      {open.map((day) => (
        <circle key={day} className="to-come" cx={x({ day })} cy={scale.bottom} r="2.5" />
      ))}
    </svg>
  )
}
