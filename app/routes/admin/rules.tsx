import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { Printer } from 'lucide-react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { sayDay } from '~/domain/time/say-day'
import { signOffWish } from '~/domain/triage/sign-off-wish'
import { readRules } from '~/features/rules/read-rules.server'
import { recordSignOff } from '~/features/rules/record-sign-off.server'
import { rerunRules } from '~/features/rules/rerun-rules.server'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import { ButtonLink } from '~/ui/button-link'
import { AdminPage } from './admin-page'
import { RulesList } from './rules-list'
import { RulesNumbers } from './rules-numbers'
import { rulesPath } from './rules-path'
import { RulesRun } from './rules-run'
import { RulesSignDialog } from './rules-sign-dialog'
import { RulesSignOff } from './rules-sign-off'
import { RulesTold } from './rules-told'
import { rulesView } from './rules-view.server'
import { RulesWhy } from './rules-why'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Rule set ${page.set.version}` : 'Rule sets' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { person, mode: _mode, ...context } = await requireContext(args, 'admin')
  const asked = new URL(args.request.url).searchParams
  const page = await readRules(context, { version: asked.get('version') ?? undefined })
  if (wasRefused(page)) return noPage()
  const wish = {
    changed: asked.get('show') === 'changed',
    rule: asked.get('rule') ?? undefined,
    why: asked.get('why') ?? undefined,
    every: asked.get('every') === 'yes',
    sign: asked.get('sign') === 'yes',
  }
  return { me: person.name, now: context.now, wish, ...rulesView(page, wish) }
}

export async function action(args: ActionFunctionArgs) {
  const { person: _person, mode: _mode, ...context } = await requireContext(args, 'admin')
  const form = await args.request.formData()
  if (form.get('intent') === 'run') {
    const page = await readRules(context, { version: String(form.get('version') ?? '') })
    if (wasRefused(page) || !page.previous) return noPage()
    const { version } = page.ruleSet
    const run = await rerunRules(context, { from: page.previous.version, to: version })
    return wasRefused(run) ? noPage() : redirect(`${rulesPath({ version })}#run`)
  }
  const submission = parseWithZod(form, { schema: signOffWish })
  if (submission.status !== 'success') return data({ result: submission.reply(), refused: undefined }, { status: 400 })
  const signed = await recordSignOff(context, submission.value)
  if (!wasRefused(signed)) return redirect(`${rulesPath({ version: signed.version })}#sign-off`)
  if (signed.refused === 'missing') return noPage()
  return data({ result: submission.reply(), refused: signed.message }, { status: 409 })
}

export default function Rules() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { set, previous, run, signOff, now } = page
  const wish = { ...page.wish, version: set.version, sign: undefined, why: undefined }
  const inForce = page.versions.find(({ isInForce }) => isInForce)?.version === set.version
  return (
    <AdminPage
      current="rules"
      me={page.me}
      fold
      title="Rule sets"
      meta={`${set.version} ${inForce ? 'in force since' : 'began'} ${sayDay(set.since)} · clinical owner: ${set.owner}`}
      actions={
        <ButtonLink
          variant="secondary"
          icon={Printer}
          className="no-print"
          to={`${paths.adminRulesPrint()}?version=${set.version}`}
        >
          Print the rules
        </ButtonLink>
      }
      bodyClass="two side-396 pt-14"
    >
      <div className="stack s-14">
        <RulesList page={page} wish={wish} />
        <RulesTold told={page.told} />
      </div>
      <aside className="stack s-14" aria-label="Comparison and sign-off">
        {previous ? <RulesRun run={run} wish={wish} previous={previous} now={now} /> : null}
        <RulesSignOff
          set={{ ...set, hash: page.hash, isInForce: inForce }}
          signOff={signOff}
          run={run && !run.isStale ? run : null}
          hasPrevious={previous !== null}
          wish={wish}
        />
        <RulesNumbers numbers={page.si} />
        <p className="sub">
          {set.purpose} {set.limits} Criteria of plans: <Link to={paths.adminPolicies()}>payer policies</Link>.
        </p>
      </aside>
      {page.why && previous ? <RulesWhy {...page.why} wish={wish} previous={previous} /> : null}
      {(page.wish.sign || answer) && signOff.state !== 'signed' ? (
        <RulesSignDialog
          wish={wish}
          hash={page.hash}
          rules={page.rules}
          now={now}
          lastResult={answer?.result}
          refused={answer?.refused}
        />
      ) : null}
    </AdminPage>
  )
}
