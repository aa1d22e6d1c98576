import { Link } from '@remix-run/react'
import { DoorOpen, TriangleAlert } from 'lucide-react'
import type { WaitingPatient } from '~/domain/chart/clinic-watch'
import { deviceWords } from '~/domain/chart/device-words'
import { kindWords } from '~/domain/chart/visit-words'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { placeName } from '~/domain/visit/places'
import { classes } from '../classes'
import { lengthInWords } from '../clock-words'
import { Icon } from '../icon'
import { LiveWait } from '../live-wait'
import { StateWord } from '../state-word'
import { useClinic } from '../use-clinic'
import { AdmitButton } from './admit-button'
import { firstName } from '~/domain/people/say-names'
import { sayPerson } from './say-person'

type Props = {
  waiting: readonly WaitingPatient[]
  now: Date
  /** A visit runs on this page: nobody else is admitted from it. */
  busy?: boolean
}

/** Who else waits, in the head of a visit: one line that opens to the list; works without scripts. */
export function WhoWaits({ waiting, now, busy }: Props) {
  const { timeZone } = useClinic()
  const [longest] = waiting
  if (!longest) return null
  return (
    <details className="whowaits">
      <summary className="state info openp">
        <Icon of={DoorOpen} />
        {waiting.length === 1 ? `${firstName(longest.name)} waits ` : `${waiting.length} wait, longest `}
        <LiveWait since={longest.since.getTime()} now={now.getTime()} />
      </summary>
      <div className="popo" role="region" aria-label="Waiting now">
        <div className="pop-h">
          <h2>{waiting.length === 1 ? '1 waits' : `${waiting.length} wait`}</h2>
          <span className="sub">Nobody enters on their own</span>
        </div>
        {waiting.map((one) => {
          const device = deviceWords(one.camera, one.microphone)
          return (
            <div className={classes('wt', one.awaySince ? 'away' : null)} key={one.visitId}>
              <span className="t">
                {lengthInWords(now.getTime() - one.since.getTime())}
                <small>{one.awaySince ? 'away now' : sayTime(one.since, timeZone)}</small>
              </span>
              <div>
                <b className="strong">{sayPerson(one, now, timeZone)}</b>
                <br />
                <span className="muted">
                  {kindWords[one.kind]} · {sayTime(one.startsAt, timeZone)}
                </span>
                <br />
                {one.licence === 'unlicensed' ? (
                  <StateWord tone="attention" icon={TriangleAlert} small>
                    {placeName(one.state ?? '')}: not your license
                  </StateWord>
                ) : (
                  <StateWord tone={device.works ? 'good' : 'attention'} small>
                    {device.words}
                  </StateWord>
                )}
              </div>
              <div className="row">
                {busy ? (
                  <span className="sub">waits for you</span>
                ) : (
                  <AdmitButton visitId={one.visitId} licence={one.licence} variant="secondary" />
                )}
              </div>
            </div>
          )
        })}
        <div className="popf">
          <Link to={paths.worklist()} target={busy ? '_blank' : undefined} className="grow right">
            Open worklist
          </Link>
        </div>
      </div>
    </details>
  )
}
