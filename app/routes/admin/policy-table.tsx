import { CircleHelp } from 'lucide-react'
import type { PolicyRow, PolicySheet } from '~/domain/triage/policy-rows'
import { classes } from '~/ui/classes'
import { StateWord } from '~/ui/state-word'
import { TableScroll } from '~/ui/table-scroll'

/** Each requirement with its values underlined, where it says so, and what changed since the version before. */
export function PolicyTable({ sheet, previous }: { sheet: PolicySheet; previous: string | null }) {
  return (
    <section className="panel pn">
      <div className="grp">
        <h2>{sheet.title}</h2>
        <span>version {sheet.version}</span>
      </div>
      <TableScroll label={sheet.title}>
        <table className="tbl tight rset pol">
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">What it asks for</th>
              <th scope="col">Where it says so</th>
              <th scope="col">{previous ? `Since ${previous}` : 'Since'}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </tbody>
          {sheet.gaps.length > 0 ? (
            <tbody>
              <tr className="gh">
                <th scope="rowgroup" colSpan={4}>
                  A plan would refuse
                </th>
              </tr>
              {sheet.gaps.map((gap) => (
                <tr key={gap.id}>
                  <td className="who">{gap.id}</td>
                  <td>{gap.because}</td>
                  <td className="muted">named for {gap.resolver}</td>
                  <td>{gap.state === 'same' ? 'same' : gap.state}</td>
                </tr>
              ))}
            </tbody>
          ) : null}
        </table>
      </TableScroll>
    </section>
  )
}

function Item({ item }: { item: PolicyRow }) {
  return (
    <tr className={classes(item.unverified !== null && 'am')}>
      <td className="who">{item.id}</td>
      <td>
        {item.says.map(({ text, isValue }, index) =>
          isValue ? (
            <span key={index} className="val">
              {text}
            </span>
          ) : (
            text
          ),
        )}
        {item.inPerson ? <small>only an exam or a procedure in person can show it</small> : null}
      </td>
      <td className="muted">
        {item.unverified === null ? null : (
          <>
            <StateWord tone="attention" icon={CircleHelp}>
              not found in the text
            </StateWord>
            <small>{item.unverified}</small>
          </>
        )}
        {item.sources.map(({ citation, grade }) => (
          <span key={citation} className="d-block">
            {citation} <small>{grade}</small>
          </span>
        ))}
        {item.sources.length === 0 && item.unverified === null ? 'not given' : null}
      </td>
      <td>{item.state}</td>
    </tr>
  )
}
