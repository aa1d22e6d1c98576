import type { Scale } from './scale'
import { xOf, yOf } from './scale'

type Props = { scale: Scale; lastDay: number; wide: boolean; parts?: readonly [string, string] }

const wideHours: [number, string][] = [
  [0, '0'],
  [0.5, '30 m'],
  [2, '2 h'],
  [4, '4 h'],
  [8, '8 h'],
  [24, '24 h'],
]
const narrowHours: [number, string][] = [
  [0, '0'],
  [4, '4 h'],
  [24, '24 h'],
]

/** Grid, broken time axis and their words. */
export function DiaryAxes({
  scale,
  lastDay,
  wide,
  parts = ['First day', wide ? 'Days after the injection' : 'Days after'],
}: Props) {
  const look = wide ? undefined : 'p'
  const under = scale.bottom + (wide ? 18 : 19)
  const gap = wide ? 379 : 175
  const values = Array.from({ length: 10 / scale.gridStep + 1 }, (_, at) => at * scale.gridStep)
  const days = [...new Set([2, ...(wide ? [4] : []), 7, ...(wide ? [10] : []), lastDay])].filter(
    (day) => day <= lastDay,
  )
  return (
    <g aria-hidden="true">
      {values.map((value) => (
        <g key={value}>
          <path className="gr" d={`M${scale.left} ${yOf(scale, value)}H${scale.right}`} />
          <text
            className={look}
            x={scale.left - (wide ? 10 : 8)}
            y={yOf(scale, value) + (wide ? 4 : 5)}
            textAnchor="end"
          >
            {value}
          </text>
        </g>
      ))}
      <path className="ax" d={`M${scale.left} ${scale.bottom}H${gap - 2}M${gap + 6} ${scale.bottom}H${scale.right}`} />
      <path
        className="ax"
        d={`M${gap - 2} ${scale.bottom + 6}l4-12M${gap + 3} ${scale.bottom + 6}l4-12`}
        strokeWidth="1.5"
      />
      {(wide ? wideHours : narrowHours).map(([hours, word]) => (
        <text key={word} className={look} x={xOf(scale, { hours }, lastDay)} y={under} textAnchor="middle">
          {word}
        </text>
      ))}
      {days.map((day) => (
        <text key={day} className={look} x={xOf(scale, { day }, lastDay)} y={under} textAnchor="middle">
          {wide && day === 2 ? 'day 2' : day}
        </text>
      ))}
      <text className={look} x={scale.left} y={scale.height - (wide ? 6 : 4)}>
        {parts[0]}
      </text>
      <text className={look} x={scale.dayTwo - (wide ? 14 : 0)} y={scale.height - (wide ? 6 : 4)}>
        {parts[1]}
      </text>
    </g>
  )
}
