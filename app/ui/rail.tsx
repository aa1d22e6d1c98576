import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { ClinicMark } from './clinic-mark'
import { Icon } from './icon'
import type { NavItem } from './nav-item'

/** Who works here now; `state` is a `StateWord` such as Available. */
export type RailPerson = { initials: string; name: string; state?: ReactNode }

type Props = {
  clinicName: string
  nav: NavItem[]
  me: RailPerson
  home?: string
  signOut?: ReactNode
  slim?: boolean
}

/** The menu of a staff page. In the slim rail names stay for screen readers and as tooltips. */
export function Rail({ clinicName, nav, me, home = '/', signOut, slim }: Props) {
  return (
    <nav className="rail" aria-label="Main">
      <ClinicMark name={clinicName} to={home} />
      {nav.map((item) => (
        <Link
          key={item.to}
          to={item.to}
          className={classes('nav', item.current && 'on')}
          aria-current={item.current ? 'page' : undefined}
          title={item.label}
        >
          <Icon of={item.icon} />
          <span className="tx">{item.label}</span>
          {item.count ? (
            <span className={classes('count', item.hot && 'hot')}>
              {item.count}
              {item.countWords ? <span className="sr"> {item.countWords}</span> : null}
            </span>
          ) : null}
        </Link>
      ))}
      <div className="end">
        <div className="me" title={slim ? me.name : undefined}>
          <span className="ava" aria-hidden="true">
            {me.initials}
          </span>
          <span className="tx">
            <b className="strong">{me.name}</b>
            {me.state ? (
              <>
                <br />
                {me.state}
              </>
            ) : null}
          </span>
        </div>
        {signOut}
      </div>
    </nav>
  )
}
