import { CircleCheck, CircleDashed } from 'lucide-react'
import { sayTime } from '~/domain/time/say-time'
import { sayZone } from '~/domain/time/say-zone'
import type { TimeSource, VisitTime } from '~/domain/visit/visit-time'
import { StateWord } from '~/ui/state-word'
import { useClinic } from '~/ui/use-clinic'

const sources: Record<TimeSource, { name: string; words: string }> = {
  measured: { name: 'Measured', words: 'both in the room together' },
  reconciled: { name: 'Reconciled', words: 'repaired from the room’s list of who was there' },
  estimated: { name: 'Estimated', words: 'only one side was seen in the room' },
  none: { name: 'Nothing measured', words: 'nobody was in the video room' },
}

/** "28 min 41 s" */
export function sayLong(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`
}

/** Time with the patient, and where the number comes from: only the overlap of both sides counts. */
export function TimeTogether({ time, brief }: { time: VisitTime; brief?: boolean }) {
  const { timeZone } = useClinic()
  const source = sources[time.source]
  const first = time.spans[0]
  const last = time.spans.at(-1)
  return (
    <section className="panel pn" aria-labelledby="time-h">
      <div className="grp">
        <h2 id="time-h">Time with the patient</h2>
        <span>{source.name.toLowerCase()}</span>
      </div>
      <div className="pad14">
        <p className="row a-base gap-14 wrap">
          <span className="big fs-2xl">{time.seconds === 0 ? '–' : sayLong(time.seconds)}</span>
          <StateWord
            tone={time.source === 'measured' ? 'good' : 'attention'}
            icon={time.source === 'measured' ? CircleCheck : CircleDashed}
          >
            {source.name}
          </StateWord>
          <span className="muted">{source.words}</span>
        </p>
        {first && last ? (
          <p className="muted mt-4">
            {sayTime(first.from, timeZone)} to {sayTime(last.to, timeZone)} {sayZone(timeZone, last.to)}
            {time.spans.length > 1
              ? ` · ${time.spans.length - 1} longer interruption${time.spans.length > 2 ? 's' : ''}`
              : ''}
          </p>
        ) : null}
      </div>
      {brief ? null : <Stays time={time} />}
    </section>
  )
}

function Stays({ time }: { time: VisitTime }) {
  const { timeZone } = useClinic()
  const who = { provider: 'You', patient: 'Patient', guest: 'Guest' }
  if (time.stays.length === 0) return null
  return (
    <table className="tbl dense">
      <thead>
        <tr>
          <th scope="col">Room events</th>
          <th scope="col">What they say</th>
          <th scope="col" className="num">
            Time
          </th>
        </tr>
      </thead>
      <tbody>
        {time.stays.map((stay, at) => (
          <tr key={`${stay.role}-${at}`}>
            <td className="who">{who[stay.role]}</td>
            <td>
              joined {sayTime(stay.joinedAt, timeZone)}
              {stay.leftAt ? `, left ${sayTime(stay.leftAt, timeZone)}` : ', still there'}
              {stay.source === 'reconciled' ? ' · reconciled' : ''}
            </td>
            <td className="num">
              {stay.leftAt ? sayLong(Math.round((stay.leftAt.getTime() - stay.joinedAt.getTime()) / 1000)) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
