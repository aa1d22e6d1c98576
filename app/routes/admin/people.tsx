import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { KeyRound } from 'lucide-react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { listPeople } from '~/features/admin/list-people.server'
import { setDisabled } from '~/features/admin/set-disabled.server'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import { Banner } from '~/ui/banner'
import { classes } from '~/ui/classes'
import { useLive } from '~/ui/use-live'
import { AdminPage } from './admin-page'
import { DisableDialog } from './disable-dialog'
import { PeopleTable } from './people-table'

export const meta: MetaFunction = () => [{ title: 'People' }]

export async function loader(args: LoaderFunctionArgs) {
  const { person, mode, ...context } = await requireContext(args, 'admin')
  const asked = new URL(args.request.url).searchParams
  const show = asked.get('show') === 'patients' ? ('patients' as const) : ('staff' as const)
  const people = await listPeople(context, { show })
  const toDisable = people.find((one) => one.id === asked.get('disable') && one.id !== person.id && !one.disabledAt)
  return {
    me: { id: person.id, name: person.name },
    people,
    show,
    now: context.now,
    isFactorRequired: mode === 'production',
    toDisable: toDisable ? { id: toDisable.id, name: toDisable.name } : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { person: _person, mode: _mode, ...context } = await requireContext(args, 'admin')
  const form = await args.request.formData()
  const result = await setDisabled(context, {
    personId: String(form.get('personId') ?? ''),
    disabled: form.get('intent') === 'disable',
  })
  if (!wasRefused(result))
    return redirect(form.get('show') === 'patients' ? `${paths.admin()}?show=patients` : paths.admin())
  if (result.refused === 'missing') noPage()
  return data({ message: result.message }, { status: 409 })
}

const views = [
  { show: 'staff', to: paths.admin(), label: 'Staff' },
  { show: 'patients', to: `${paths.admin()}?show=patients`, label: 'Patients' },
] as const

export default function People() {
  const { me, people, show, now, toDisable, isFactorRequired } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  useLive()
  const active = people.filter((person) => !person.disabledAt).length
  const without = people.filter((person) => !person.secondFactor && !person.disabledAt).length
  return (
    <AdminPage
      current="people"
      me={me.name}
      title="People"
      meta={`${people.length} ${show === 'staff' ? 'people' : 'patients'} · ${active} active`}
      bodyClass="pt-14"
    >
      <nav className="flt mb-12" aria-label="Who is shown">
        {views.map((view) => (
          <Link
            key={view.show}
            to={view.to}
            className={classes('fchip', view.show === show && 'on')}
            aria-current={view.show === show ? 'page' : undefined}
          >
            {view.label}
          </Link>
        ))}
      </nav>
      {answer ? (
        <Banner tone="attention" live="alert" className="mb-12">
          {answer.message}
        </Banner>
      ) : null}
      {show === 'staff' && without > 0 ? (
        <Banner tone="attention" icon={KeyRound} className="mb-12">
          <p>
            <b>{without === 1 ? '1 person has' : `${without} people have`} no second factor.</b>{' '}
            {isFactorRequired
              ? 'They can sign in only to set one up.'
              : 'In production every one of them would have to set one up at sign-in.'}
          </p>
        </Banner>
      ) : null}
      <PeopleTable people={people} show={show} meId={me.id} now={now} />
      {toDisable ? <DisableDialog person={toDisable} show={show} /> : null}
    </AdminPage>
  )
}
