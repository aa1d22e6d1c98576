import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ArrowLeft, Printer } from 'lucide-react'
import { ruleGroups } from '~/domain/triage/rule-rows'
import { ruleSheets } from '~/domain/triage/rule-sheet'
import { toldTexts } from '~/domain/triage/told-texts'
import { wasRefused } from '~/domain/refusal'
import { sayDate } from '~/domain/time/say-date'
import { sayDay } from '~/domain/time/say-day'
import { readRules } from '~/features/rules/read-rules.server'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Hydrated } from '~/ui/hydrated'
import { PrintHead } from '~/ui/print-head'
import { useClinic } from '~/ui/use-clinic'
import { AdminPage } from './admin-page'
import { RuleChips } from './rule-chips'
import { RuleComparison, RuleParts } from './rule-detail'
import { rulesPath } from './rules-path'
import { RulesTold } from './rules-told'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Rule set ${page.version} in full` : 'Rule set' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { person, mode: _mode, ...context } = await requireContext(args, 'admin')
  const asked = new URL(args.request.url).searchParams
  const page = await readRules(context, { version: asked.get('version') ?? undefined })
  if (wasRefused(page)) return noPage()
  const { ruleSet, previous, hash, signOff } = page
  const sheets = ruleSheets(ruleSet, previous)
  return {
    me: person.name,
    now: context.now,
    version: ruleSet.version,
    since: ruleSet.effectiveFrom,
    owner: ruleSet.owner,
    previous: previous?.version ?? null,
    hash,
    signOff,
    told: toldTexts(ruleSet),
    groups: ruleGroups(ruleSet, previous).map((group) => ({
      ...group,
      rows: group.rows.flatMap((row) => {
        const sheet = sheets.get(row.name)
        return sheet ? { ...row, sheet } : []
      }),
    })),
  }
}

export default function RulesPrint() {
  const page = useLoaderData<typeof loader>()
  const clinic = useClinic()
  const { signOff, version, previous } = page
  const signed =
    signOff.state === 'signed'
      ? `signed by ${signOff.name}, ${signOff.title}, ${sayDate(signOff.at, clinic.timeZone)}`
      : `not signed, ${page.owner}`
  return (
    <AdminPage
      current="rules"
      me={page.me}
      title={`Rule set ${version} in full`}
      meta={`since ${sayDay(page.since)} · ${signed}`}
      actions={
        <>
          <ButtonLink variant="secondary" icon={ArrowLeft} className="no-print" to={rulesPath({ version })}>
            Back
          </ButtonLink>
          <Hydrated>
            <Button type="button" icon={Printer} className="no-print" onClick={() => window.print()}>
              Print
            </Button>
          </Hydrated>
        </>
      }
      bodyClass="pt-14"
    >
      <PrintHead
        clinic={`${clinic.name} · ${clinic.phone}`}
        person={`Rule set ${version}, ${signed}`}
        paper={`Printed ${sayDate(page.now, clinic.timeZone)}, content ${page.hash.slice(0, 12)}`}
      />
      <nav className="flt mb-12 no-print" aria-label="Contents">
        {page.groups.map(({ section, title, rows }) => (
          <a key={section} className="fchip" href={`#full-${section}`}>
            {title} {rows.length}
          </a>
        ))}
        <a className="fchip" href="#told">
          What patients are told
        </a>
      </nav>
      <div className="stack s-14">
        {page.groups.map(({ section, title, rows }) => (
          <section key={section} className="panel pn full" aria-labelledby={`full-${section}`}>
            <div className="grp">
              <h2 id={`full-${section}`}>{title}</h2>
              <span>{rows.length}</span>
            </div>
            {rows.map((row) => (
              <article key={row.name} className="rule-in rule-t">
                <h3>
                  {row.id} · {row.title} <RuleChips chips={row.chips} />
                </h3>
                <RuleParts sheet={row.sheet} />
                {row.state === 'same' ? null : (
                  <p className="sub">
                    {row.state} since {previous}
                  </p>
                )}
                {row.state === 'changed' && row.sheet.diff ? (
                  <RuleComparison lines={row.sheet.diff.filter(({ mark }) => mark !== 'same')} />
                ) : null}
              </article>
            ))}
          </section>
        ))}
        <RulesTold told={page.told} />
      </div>
    </AdminPage>
  )
}
