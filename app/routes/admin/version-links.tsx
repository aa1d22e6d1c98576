import { Link } from '@remix-run/react'
import { classes } from '~/ui/classes'

type Props = { label: string; versions: readonly { version: string; to: string; note?: string }[]; current: string }

/** One link per version, newest first. */
export function VersionLinks({ label, versions, current }: Props) {
  return (
    <nav className="flt no-print" aria-label={label}>
      {versions.map(({ version, to, note }) => (
        <Link
          key={version}
          to={to}
          className={classes('fchip', version === current && 'on')}
          aria-current={version === current ? 'page' : undefined}
        >
          {version}
          {note ? `, ${note}` : null}
        </Link>
      ))}
    </nav>
  )
}
