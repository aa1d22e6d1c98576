import { ClipboardList, Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ClinicWatch } from '~/domain/chart/clinic-watch'
import { paths } from '~/domain/paths'
import { StaffPage } from '../staff-page'
import { useClinic } from '../use-clinic'
import { useLive } from '../use-live'
import { ArrivalAlert } from './arrival-alert'
import { OpenPages } from './open-pages'
import { initials } from '~/domain/people/say-names'
import { RailFoot } from '../rail-foot'

type Props = {
  watch: ClinicWatch
  me: string
  /** Which entry of the menu this page belongs to. */
  at?: 'worklist' | 'intakes'
  title?: ReactNode
  meta?: ReactNode
  actions?: ReactNode
  /** The 56 px rail: visit, note. */
  slim?: boolean
  fold?: boolean
  className?: string
  bodyClass?: string
  /** A visit runs on this page: it stays when the session ends, and an arrival offers no way out of the room. */
  busyWith?: string
  children: ReactNode
}

/**
 * Every page of a provider: the menu with the number of those who wait, the emergency nobody took, and the alert when
 * somebody arrives. Keeps the page's data true while it is open.
 */
export function ProviderFrame({ watch, me, at, busyWith, children, ...page }: Props) {
  const clinic = useClinic()
  const { signedOut } = useLive({ keepPage: busyWith !== undefined })
  const waiting = watch.waiting.length
  return (
    <StaffPage
      {...page}
      clinicName={clinic.name}
      home={paths.worklist()}
      me={{ initials: initials(me), name: me }}
      nav={[
        {
          to: paths.worklist(),
          label: 'Worklist',
          icon: Inbox,
          current: at === 'worklist',
          count: waiting,
          hot: true,
          countWords: `${waiting} waiting`,
        },
        { to: paths.intakes(), label: 'Intakes', icon: ClipboardList, current: at === 'intakes' },
      ]}
      signOut={<RailFoot />}
      above={
        <>
          {signedOut ? (
            <p className="nt warn flat" role="alert">
              You are signed out. The visit goes on; sign in again in another window to write.
            </p>
          ) : null}
          <OpenPages pages={watch.pages} now={watch.now} busy={busyWith !== undefined} />
        </>
      }
    >
      {children}
      <ArrivalAlert waiting={watch.waiting} busyWith={busyWith} />
    </StaffPage>
  )
}

/** The page's title with the number of those who wait in front: "(2) Worklist". */
export function waitingTitle(watch: ClinicWatch | undefined, title: string): string {
  return watch && watch.waiting.length > 0 ? `(${watch.waiting.length}) ${title}` : title
}
