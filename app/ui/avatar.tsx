import { classes } from './classes'

/** Initials of who owns something; `waiting` when it is not the person looking. The name is said, not only drawn. */
export function Avatar({
  initials,
  name,
  small,
  other,
}: {
  initials: string
  name: string
  small?: boolean
  other?: boolean
}) {
  return (
    <span className={classes('ava', small && 's', other && 'b')} role="img" aria-label={name} title={name}>
      {initials}
    </span>
  )
}
