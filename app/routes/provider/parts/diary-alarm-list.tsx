import { paths } from '~/domain/paths'
import { ButtonLink } from '~/ui/button-link'
import type { UrgentLine } from './urgent-line'

/** Diary entries after an injection that somebody has to look at today. */
export function DiaryAlarmList({ lines }: { lines: readonly UrgentLine[] }) {
  const alarms = lines.filter((line) => line.source === 'diary')
  return (
    <section className="mt-20" aria-labelledby="diary-alarms">
      <div className="sec">
        <h2 id="diary-alarms">Diary alarms</h2>
        <span className="n">{alarms.length}</span>
      </div>
      <div className="panel">
        {alarms.length === 0 ? <p className="pad-12-14 tx-ink-2">Nothing in the diaries needs a call.</p> : null}
        {alarms.length > 0 ? (
          <table className="tbl">
            <tbody>
              {alarms.map((alarm) => (
                <tr key={alarm.id}>
                  <td>
                    <span className="who">{alarm.patient.name}</span>
                    <small className="tx-ink-2">{alarm.why}</small>
                  </td>
                  <td className="right">
                    <ButtonLink to={paths.urgentItem(alarm.id)} variant="secondary">
                      Review
                    </ButtonLink>
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
