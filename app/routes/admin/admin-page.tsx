import { Footprints, ListChecks, ScrollText, ShieldCheck, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { initials } from '~/domain/people/say-names'
import { paths } from '~/domain/paths'
import { StaffPage } from '~/ui/staff-page'
import { StateWord } from '~/ui/state-word'
import { useClinic } from '~/ui/use-clinic'
import { RailFoot } from '~/ui/rail-foot'

type Props = {
  current: 'people' | 'rules' | 'policies' | 'drop-off' | 'audit'
  me: string
  title: string
  meta?: ReactNode
  actions?: ReactNode
  /** The page has a side panel: its menu folds under 1360 px. */
  fold?: boolean
  slim?: boolean
  bodyClass?: string
  children: ReactNode
}

/** The frame of an admin's pages. */
export function AdminPage({ current, me, ...page }: Props) {
  const clinic = useClinic()
  return (
    <StaffPage
      className="manyr"
      clinicName={clinic.name}
      home={paths.admin()}
      nav={[
        { to: paths.admin(), label: 'People', icon: Users, current: current === 'people' },
        { to: paths.adminRules(), label: 'Rule sets', icon: ListChecks, current: current === 'rules' },
        { to: paths.adminPolicies(), label: 'Payer policies', icon: ShieldCheck, current: current === 'policies' },
        { to: paths.adminDropOff(), label: 'Where people leave', icon: Footprints, current: current === 'drop-off' },
        { to: paths.adminAudit(), label: 'Audit log', icon: ScrollText, current: current === 'audit' },
      ]}
      me={{ initials: initials(me), name: me, state: <StateWord small>Admin</StateWord> }}
      signOut={<RailFoot />}
      {...page}
    />
  )
}
