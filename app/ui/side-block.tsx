import type { Side } from '~/domain/people/side'

const look = { chip: 'chip side', row: 'sd', big: 'bigside' }

/** The side as an ink block in capitals, for every staff screen of a case: in a head, in a row, or 28 px in a time-out. */
export function SideBlock({ side, size = 'chip' }: { side: Side; size?: 'chip' | 'row' | 'big' }) {
  return <span className={look[size]}>{side.toUpperCase()}</span>
}
