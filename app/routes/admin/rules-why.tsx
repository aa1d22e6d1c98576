import { Link } from '@remix-run/react'
import type { RunChange } from '~/domain/triage/run-change'
import type { RuleNamed, WhyDiffers } from '~/domain/triage/run-words'
import { siWords, tierWords } from '~/domain/chart/triage-words'
import { sayDay } from '~/domain/time/say-day'
import { ButtonLink } from '~/ui/button-link'
import { Dialog } from '~/ui/dialog'
import { ruleAnchor, rulesPath } from './rules-path'
import type { RulesWish } from './rules-path'

type Props = { change: RunChange; why: WhyDiffers; wish: RulesWish; previous: string }

/** Which rules make the difference for one stored intake; its answers are not shown. */
export function RulesWhy({ change, why, wish, previous }: Props) {
  const back = rulesPath({ ...wish, why: undefined })
  const { from, to } = change
  return (
    <Dialog
      title={`${sayDay(change.sentOn)}, ${change.who}`}
      closeTo={back}
      width={680}
      footer={
        <>
          <p className="why">No answer is shown here. The stored result stays as it is.</p>
          <ButtonLink variant="secondary" to={back} preventScrollReset>
            Close
          </ButtonLink>
        </>
      }
    >
      <table className="tbl tight">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">What</span>
            </th>
            <th scope="col">{previous}</th>
            <th scope="col">{wish.version}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td className="who">Urgency</td>
            <td>{tierWords[from.urgency]}</td>
            <td>{tierWords[to.urgency]}</td>
          </tr>
          <tr>
            <td className="who">SI pattern</td>
            <td>{siWords[from.siPattern]}</td>
            <td>{siWords[to.siPattern]}</td>
          </tr>
          <tr>
            <td className="who">Named only here</td>
            <td>{why.goneCodes.join(', ') || '–'}</td>
            <td>{why.comeCodes.join(', ') || '–'}</td>
          </tr>
        </tbody>
      </table>
      <Rules title={`Fire only under ${previous}`} rules={why.gone} wish={wish} />
      <Rules title={`Fire only under ${wish.version}`} rules={why.come} wish={wish} />
      {why.gone.length + why.come.length === 0 ? (
        <p className="mt-12">The same rules fire. One of them leads to something else now.</p>
      ) : null}
    </Dialog>
  )
}

function Rules({ title, rules, wish }: { title: string; rules: readonly RuleNamed[]; wish: RulesWish }) {
  if (rules.length === 0) return null
  return (
    <section className="mt-14">
      <h3>{title}</h3>
      <ul className="stack s-8 mt-4">
        {rules.map(({ id, title: words, name }) => (
          <li key={id}>
            <b className="strong">{id}</b>{' '}
            {name ? (
              <Link to={`${rulesPath({ version: wish.version, rule: name })}#${ruleAnchor(name)}`}>{words}</Link>
            ) : (
              words
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
