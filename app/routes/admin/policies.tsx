import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { policySheets } from '~/domain/triage/policy-rows'
import { readRules } from '~/features/rules/read-rules.server'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import { AdminPage } from './admin-page'
import { PolicyFacts } from './policy-facts'
import { PolicyList } from './policy-list'
import { PolicyTable } from './policy-table'
import { VersionLinks } from './version-links'

export const meta: MetaFunction = () => [{ title: 'Payer policies' }]

export async function loader(args: LoaderFunctionArgs) {
  const { person, mode: _mode, ...context } = await requireContext(args, 'admin')
  const asked = new URL(args.request.url).searchParams
  const page = await readRules(context, { version: asked.get('version') ?? undefined })
  if (wasRefused(page)) return noPage()
  const { ruleSet, previous, versions, signOff } = page
  const sheets = policySheets(ruleSet, previous)
  const wanted = asked.get('policy')
  const sheet = wanted === null ? sheets[0] : sheets.find(({ id }) => id === wanted)
  if (!sheet) return noPage()
  return {
    me: person.name,
    set: { version: ruleSet.version, since: ruleSet.effectiveFrom },
    previous: previous?.version ?? null,
    versions,
    signOff,
    sheet,
    list: sheets.map(({ id, title, version, payers, items }) => ({
      id,
      title,
      version,
      payers,
      unverified: items.filter((item) => item.unverified !== null).length,
    })),
  }
}

export default function Policies() {
  const { me, set, previous, versions, signOff, sheet, list } = useLoaderData<typeof loader>()
  return (
    <AdminPage
      current="policies"
      me={me}
      slim
      title="Payer policies"
      meta="Criteria are data: every result keeps the version it was judged by"
      bodyClass="pt-14"
    >
      <div className="mb-12">
        <VersionLinks
          label="Versions of the rules"
          current={set.version}
          versions={versions.map(({ version, isInForce }) => ({
            version,
            to: `${paths.adminPolicies()}?version=${version}`,
            note: isInForce ? 'in force' : undefined,
          }))}
        />
      </div>
      <div className="two policies">
        <PolicyList list={list} current={sheet.id} version={set.version} />
        <PolicyTable sheet={sheet} previous={previous} />
        <PolicyFacts sheet={sheet} set={set} signOff={signOff} />
      </div>
    </AdminPage>
  )
}
