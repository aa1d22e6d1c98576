import { Link } from '@remix-run/react'
import { reviewReasonWords, tierWords } from '~/domain/chart/triage-words'
import { paths } from '~/domain/paths'
import { sayWhen } from '~/domain/time/say-when'
import type { OverrideToReview } from '~/features/triage/list-overrides.server'
import { ButtonLink } from '~/ui/button-link'
import { useClinic } from '~/ui/use-clinic'

/** Urgencies a colleague lowered: somebody else looks, and agrees or decides otherwise. */
export function OverridesToReview({ overrides }: { overrides: readonly OverrideToReview[] }) {
  const { timeZone } = useClinic()
  return (
    <section className="mt-20" aria-labelledby="overrides">
      <div className="sec">
        <h2 id="overrides">Overrides to review</h2>
        <span className="n">{overrides.length}</span>
      </div>
      <div className="panel">
        {overrides.length === 0 ? (
          <p className="pad-12-14 tx-ink-2">Nothing waiting. Urgency lowered by a person shows here with the reason.</p>
        ) : (
          <table className="tbl">
            <tbody>
              {overrides.map((one) => (
                <tr key={one.intakeId}>
                  <td>
                    <Link className="who" to={paths.intakeTriage(one.intakeId)}>
                      {one.patient.name}
                    </Link>
                    <small className="tx-ink-2">
                      {tierWords[one.from]} to {tierWords[one.to].toLowerCase()} by {one.by},{' '}
                      {sayWhen(one.at, timeZone)}
                    </small>
                    <small className="tx-ink-2">
                      {one.reasonCode ? reviewReasonWords[one.reasonCode] : ''}: “{one.reason}”
                    </small>
                  </td>
                  <td className="right">
                    <ButtonLink to={paths.intakeTriage(one.intakeId)} variant="secondary">
                      Review
                    </ButtonLink>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  )
}
