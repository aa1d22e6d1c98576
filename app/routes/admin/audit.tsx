import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { X } from 'lucide-react'
import { paths } from '~/domain/paths'
import { atWallClock } from '~/domain/time/at-wall-clock'
import { dayOf } from '~/domain/time/day-of'
import { sayDate } from '~/domain/time/say-date'
import { listAudit } from '~/features/admin/list-audit.server'
import { verifyAudit } from '~/features/admin/verify-audit.server'
import { requireContext } from '~/server/require-context.server'
import { ButtonLink } from '~/ui/button-link'
import { Icon } from '~/ui/icon'
import { useClinic } from '~/ui/use-clinic'
import { AdminPage } from './admin-page'
import { AuditTable } from './audit-table'
import { ChainState } from './chain-state'

export const meta: MetaFunction = () => [{ title: 'Audit log' }]

const checkedOnSight = 5000

function rowNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, mode: _mode, ...context } = await requireContext(args, 'admin')
  const asked = new URL(args.request.url).searchParams
  const { now, clinic } = context
  const list = await listAudit(context, {
    personId: asked.get('person'),
    before: rowNumber(asked.get('before')),
    since: atWallClock(dayOf(now, clinic.timeZone), '00:00', clinic.timeZone),
  })
  return { me: person.name, list, verdict: await verifyAudit(context, { newest: checkedOnSight }), now }
}

export async function action(args: ActionFunctionArgs) {
  const { person: _person, mode: _mode, ...context } = await requireContext(args, 'admin')
  return { verdict: await verifyAudit(context, {}) }
}

export default function Audit() {
  const { timeZone } = useClinic()
  const { me, list, verdict, now } = useLoaderData<typeof loader>()
  const checked = useActionData<typeof action>()?.verdict
  const { person } = list
  return (
    <AdminPage
      current="audit"
      me={me}
      title="Audit log"
      meta={`${sayDate(now, timeZone)} · read only, for everyone`}
      bodyClass="pt-14"
    >
      <ChainState verdict={checked ?? verdict} />
      <div className="flt mt-12 mb-12">
        {person ? (
          <Link className="fchip on" to={paths.adminAudit()}>
            {person.name ?? 'Someone without an account'} <Icon of={X} label="Show everyone" />
          </Link>
        ) : (
          <span className="sub">Choose a name to see only that person</span>
        )}
        <span className="grow" />
        <span className="sub">
          {list.today} {list.today === 1 ? 'row' : 'rows'} today
        </span>
      </div>
      <AuditTable rows={list.rows} now={now} />
      {list.next === null ? null : (
        <p className="mt-12">
          <ButtonLink
            variant="secondary"
            to={`${paths.adminAudit()}?${person ? `person=${person.id}&` : ''}before=${list.next}`}
          >
            Older rows
          </ButtonLink>
        </p>
      )}
    </AdminPage>
  )
}
