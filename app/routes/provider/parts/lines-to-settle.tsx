import { Link } from '@remix-run/react'
import { ageWords } from '~/domain/chart/age-words'
import { itemWords } from '~/domain/case/item-words'
import { paths } from '~/domain/paths'
import type { ClinicianLine } from '~/features/case/lines-for-clinician.server'

/** What a booking waits for and only a clinician can settle, case by case. */
export function LinesToSettle({ lines, now }: { lines: readonly ClinicianLine[]; now: Date }) {
  return (
    <section className="mt-20" aria-labelledby="lines-to-settle">
      <div className="sec">
        <h2 id="lines-to-settle">Cases wait for you</h2>
        <span className="n">{lines.length}</span>
      </div>
      <div className="panel">
        {lines.length === 0 ? <p className="pad-12-14 tx-ink-2">No case waits for a clinician.</p> : null}
        {lines.length > 0 ? (
          <table className="tbl">
            <tbody>
              {lines.map((line) => (
                <tr key={line.itemId}>
                  <td>
                    <Link to={paths.case(line.caseId)} className="who">
                      {line.patientName}
                    </Link>
                    <small>{itemWords(line.code).title}</small>
                  </td>
                  <td className="right nowrap">
                    <span className="sub">{ageWords(now.getTime() - line.openedAt.getTime())}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
    </section>
  )
}
