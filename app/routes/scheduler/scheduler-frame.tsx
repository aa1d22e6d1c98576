import { Inbox, Phone, SquareKanban } from 'lucide-react'
import type { ReactNode } from 'react'
import { paths } from '~/domain/paths'
import { initials } from '~/domain/people/say-names'
import { StaffPage } from '~/ui/staff-page'
import { useClinic } from '~/ui/use-clinic'
import { RailFoot } from '~/ui/rail-foot'

type Props = {
  person: { name: string; role: string }
  title?: ReactNode
  meta?: ReactNode
  actions?: ReactNode
  slim?: boolean
  bodyClass?: string
  current?: 'board' | 'calls'
  above?: ReactNode
  fold?: boolean
  children: ReactNode
}

/** The frame of the scheduler's pages; a provider who settles a clinical line comes here from the worklist and goes back to it. */
export function SchedulerFrame({ person, current, children, ...page }: Props) {
  const clinic = useClinic()
  const isScheduler = person.role === 'scheduler'
  const nav = isScheduler
    ? [
        { to: paths.board(), label: 'Conversion board', icon: SquareKanban, current: current === 'board' },
        { to: paths.calls(), label: 'Calls', icon: Phone, current: current === 'calls' },
      ]
    : [{ to: paths.worklist(), label: 'Worklist', icon: Inbox }]
  return (
    <StaffPage
      clinicName={clinic.name}
      nav={nav}
      home={isScheduler ? paths.board() : paths.worklist()}
      me={{ initials: initials(person.name), name: person.name, state: isScheduler ? 'Scheduler' : 'Provider' }}
      signOut={<RailFoot />}
      {...page}
    >
      {children}
    </StaffPage>
  )
}
