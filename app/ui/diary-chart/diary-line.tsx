import type { At, DiaryEntry } from './entry'

type Props = { entries: readonly DiaryEntry[]; x: (at: At) => number; y: (value: number) => number }

const square = 9

function joins(from: At, to: At): boolean {
  if ('hours' in from && 'hours' in to) return true
  return 'day' in from && 'day' in to && to.day - from.day === 1
}

/** The curve and its marks; where entries are missing, and over the broken axis, the line is dotted. */
export function DiaryLine({ entries, x, y }: Props) {
  const given = entries.flatMap((entry) => (entry.now === null ? [] : [{ ...entry, now: entry.now }]))
  return (
    <g>
      {given.slice(1).map((entry, at) => {
        const before = given[at]
        if (!before) return null
        return (
          <line
            key={at}
            className={joins(before.at, entry.at) ? 'ln' : 'ln gone'}
            x1={x(before.at)}
            y1={y(before.now)}
            x2={x(entry.at)}
            y2={y(entry.now)}
          />
        )
      })}
      {entries.map((entry, at) =>
        entry.moving === null || entry.moving === undefined ? null : (
          <path key={at} className="dia" d={`M${x(entry.at)} ${y(entry.moving) - 6}l6 6-6 6-6-6z`} />
        ),
      )}
      {given.map((entry, at) =>
        entry.late ? (
          <rect
            key={at}
            className="pt late"
            x={x(entry.at) - square / 2}
            y={y(entry.now) - square / 2}
            width={square}
            height={square}
          />
        ) : (
          <circle key={at} className="pt" cx={x(entry.at)} cy={y(entry.now)} r="4.5" />
        ),
      )}
    </g>
  )
}
