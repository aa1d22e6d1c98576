import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wasRefused } from '~/domain/refusal'
import { filterIntakes, filtersOf } from '~/domain/triage/intake-filters'
import { listIntakes } from '~/features/triage/list-intakes.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import { ProviderFrame, waitingTitle } from '~/ui/provider/provider-frame'
import { IntakeFilters } from './parts/intake-filters'
import { IntakeTable } from './parts/intake-table'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: waitingTitle(data?.watch, 'Intakes') }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const [watch, list] = await Promise.all([watchClinic(context), listIntakes(context)])
  if (wasRefused(watch) || wasRefused(list)) noPage()
  const chosen = filtersOf(new URL(args.request.url).searchParams.getAll('show'))
  return { me: context.person, watch, chosen, all: list.length, list: filterIntakes(list, chosen) }
}

export default function Intakes() {
  const { me, watch, chosen, all, list } = useLoaderData<typeof loader>()
  return (
    <ProviderFrame
      watch={watch}
      me={me.name}
      at="intakes"
      title="Intakes"
      meta={chosen.length > 0 ? `${list.length} of ${all}` : `${all}`}
    >
      <IntakeFilters chosen={chosen} />
      <IntakeTable list={list} filtered={chosen.length > 0} now={watch.now} />
    </ProviderFrame>
  )
}
