import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import type { ClinicContact } from './clinic-contact'
import { ClinicMark } from './clinic-mark'
import { DensityProvider } from './density'
import { Icon } from './icon'
import type { NavItem } from './nav-item'
import { PhoneLink } from './phone-link'
import { StepBar } from './step-bar'

type Props = {
  clinic: ClinicContact
  /** Where the clinic's name leads. */
  home?: string
  /** The four tabs of a signed-in patient. */
  tabs?: NavItem[]
  /** Back, saved and call instead of the header: the frame of a step. */
  step?: { back: string; backLabel?: string; saved?: ReactNode }
  /** What stands between header and page: emergency numbers, demo note, progress, banner. */
  above?: ReactNode
  /** One column is the rule; `home` and `land` have two from 900 px. */
  layout?: 'column' | 'home' | 'land'
  /** Room at the end for a fixed sheet or for tabs. */
  room?: 'sheet' | 'sheet-tall' | 'tabs' | 'none'
  /** From 900 px the header spreads. */
  wide?: boolean
  className?: string
  mainClass?: string
  foot?: ReactNode
  children: ReactNode
}

const frames = { column: 'p-main', home: 'homegrid', land: 'land' }

/** Every patient page: clinic left, phone right, one column, the primary action within the thumb's reach. */
export function PatientPage(props: Props) {
  const {
    clinic,
    home = '/',
    tabs,
    step,
    above,
    layout = 'column',
    wide = !step,
    className,
    mainClass,
    foot,
    children,
  } = props
  const room = props.room ?? (tabs ? 'tabs' : 'none')
  return (
    <DensityProvider value="patient">
      <div className={classes('patient', wide && 'wide', className)}>
        {step ? (
          <StepBar clinic={clinic} back={step.back} backLabel={step.backLabel} saved={step.saved} />
        ) : (
          <header className="p-top">
            <ClinicMark name={clinic.name} to={home} />
            {tabs ? (
              <nav className="p-nav" aria-label="Main">
                {tabs.map((tab) => (
                  <Link
                    key={tab.to}
                    to={tab.to}
                    className={classes(tab.current && 'on')}
                    aria-current={tab.current ? 'page' : undefined}
                  >
                    {tab.label}
                  </Link>
                ))}
              </nav>
            ) : null}
            <PhoneLink clinic={clinic} />
          </header>
        )}
        {above}
        <main id="main" tabIndex={-1} className={classes(frames[layout], room !== 'none' && `has-${room}`, mainClass)}>
          {children}
        </main>
        {foot ? <footer className="foot">{foot}</footer> : null}
        {tabs ? (
          <nav className="tabs-bottom" aria-label="Main, at the bottom">
            {tabs.map((tab) => (
              <Link
                key={tab.to}
                to={tab.to}
                className={classes(tab.current && 'on')}
                aria-current={tab.current ? 'page' : undefined}
              >
                <Icon of={tab.icon} />
                {tab.label}
              </Link>
            ))}
          </nav>
        ) : null}
      </div>
    </DensityProvider>
  )
}
