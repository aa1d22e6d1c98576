import { BarFill } from './bar-fill'

const look = { accent: 'bar-h', attention: 'bar-h w', emergency: 'bar-h b', good: 'bar-h g' }

/** A plain bar beside its number in words; decoration for screen readers. */
export function Bar({ share, tone = 'accent' }: { share: number; tone?: keyof typeof look }) {
  return (
    <span className={look[tone]}>
      <BarFill share={share} />
    </span>
  )
}
