import type { ReactNode } from 'react'
import { classes } from './classes'
import { DensityProvider } from './density'
import type { NavItem } from './nav-item'
import { Rail } from './rail'
import type { RailPerson } from './rail'

type Props = {
  clinicName: string
  nav: NavItem[]
  me: RailPerson
  /** Where the mark leads. */
  home?: string
  /** Sign-out form or link in the rail's foot. */
  signOut?: ReactNode
  /** The 56 px rail: visit, board, case. */
  slim?: boolean
  /** The page has a side panel: its rail folds under 1360 px. */
  fold?: boolean
  /** Title of the head; leave it out when the page brings its own bar (visit). */
  title?: ReactNode
  /** Beside the title: the hour, the count. */
  meta?: ReactNode
  /** At the right end of the head. */
  actions?: ReactNode
  /** Stays on every page above the head: an emergency page nobody took, a toast of arrival. */
  above?: ReactNode
  className?: string
  bodyClass?: string
  children: ReactNode
}

/** Every staff page: rail, head, one scrolling body. Under 1024 px the rail is the top menu. */
export function StaffPage(props: Props) {
  const { title, meta, actions, above, slim, fold, className, bodyClass, children } = props
  return (
    <DensityProvider value="staff">
      <div className={classes('staff smx', fold && 'foldr', className)}>
        <div className={classes('shell', slim && 'slim')}>
          <Rail
            clinicName={props.clinicName}
            nav={props.nav}
            me={props.me}
            home={props.home}
            signOut={props.signOut}
            slim={slim}
          />
          <main className="s-main" id="main" tabIndex={-1}>
            {above}
            {title === undefined ? (
              children
            ) : (
              <>
                <header className="s-head">
                  <h1>{title}</h1>
                  {meta ? <span className="muted">{meta}</span> : null}
                  <span className="grow" />
                  {actions}
                </header>
                <div className={classes('s-body', bodyClass)} tabIndex={-1}>
                  {children}
                </div>
              </>
            )}
          </main>
        </div>
      </div>
    </DensityProvider>
  )
}
