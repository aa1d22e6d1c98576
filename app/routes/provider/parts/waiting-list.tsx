import { CircleCheck, CircleDashed, DoorOpen, TriangleAlert } from 'lucide-react'
import type { ClinicWatch, WaitingPatient } from '~/domain/chart/clinic-watch'
import { deviceWords } from '~/domain/chart/device-words'
import { kindWords } from '~/domain/chart/visit-words'
import { paths } from '~/domain/paths'
import { sayDate } from '~/domain/time/say-date'
import { sayTime } from '~/domain/time/say-time'
import { sayZone } from '~/domain/time/say-zone'
import { alone } from '~/domain/visit/arrival'
import { placeName } from '~/domain/visit/places'
import { ButtonLink } from '~/ui/button-link'
import { classes } from '~/ui/classes'
import { EmptyState } from '~/ui/empty-state'
import { LiveWait } from '~/ui/live-wait'
import { AdmitButton } from '~/ui/provider/admit-button'
import { sayPerson } from '~/ui/provider/say-person'
import { StateWord } from '~/ui/state-word'
import { useClinic } from '~/ui/use-clinic'

const lateAfter = { minutes: 10 }

/** Who waits now, longest first; only a person admits. */
export function WaitingList({ watch }: { watch: ClinicWatch }) {
  return (
    <section aria-labelledby="waiting-now">
      <div className="sec">
        <h2 id="waiting-now">Waiting now</h2>
        <span className="n">{watch.waiting.length}</span>
        <span className="end">Only you admit. Nobody enters on their own.</span>
      </div>
      <div className="panel">
        {watch.waiting.length === 0 ? <Nobody watch={watch} /> : null}
        {watch.waiting.map((one) => (
          <WaitingRow key={one.visitId} one={one} now={watch.now} />
        ))}
      </div>
    </section>
  )
}

function Nobody({ watch }: { watch: ClinicWatch }) {
  const { timeZone } = useClinic()
  const next = watch.nextBooked
  return (
    <EmptyState title="Nobody is waiting" icon={DoorOpen}>
      {next
        ? `Next visit: ${sayTime(next.startsAt, timeZone)} ${sayZone(timeZone, next.startsAt)}, ${next.name}. `
        : 'No more visits today. '}
      Every page tells you when someone arrives.
    </EmptyState>
  )
}

function WaitingRow({ one, now }: { one: WaitingPatient; now: Date }) {
  const { timeZone } = useClinic()
  const device = deviceWords(one.camera, one.microphone)
  const waited = now.getTime() - one.since.getTime()
  const late = waited >= lateAfter.minutes * 60_000
  return (
    <div className={classes('arr', one.awaySince ? 'away' : late && 'late')}>
      <div className="t">
        <b>
          <LiveWait since={one.since.getTime()} now={now.getTime()} />
        </b>
        <span className="sub">
          {one.awaySince ? (
            <>
              away for <LiveWait since={one.awaySince.getTime()} now={now.getTime()} />
            </>
          ) : (
            `since ${sayTime(one.since, timeZone)}`
          )}
        </span>
      </div>
      <div className="lines">
        <span className="nm">{sayPerson(one, now, timeZone)}</span>
        <span className="muted">
          {kindWords[one.kind]} · booked {sayTime(one.startsAt, timeZone)}
        </span>
        <Place one={one} />
      </div>
      <div className="lines">
        <StateWord tone={device.works ? 'good' : 'attention'} icon={device.works ? CircleCheck : TriangleAlert}>
          {device.words}
        </StateWord>
        {device.offer ? <span className="sub">{device.offer}</span> : null}
      </div>
      <div className="lines">
        <StateWord tone={one.intakeSentAt ? 'good' : 'attention'} icon={one.intakeSentAt ? CircleCheck : CircleDashed}>
          {one.intakeSentAt ? 'Intake complete' : 'Intake not sent'}
        </StateWord>
        <span className="sub">
          {one.intakeSentAt ? `sent ${sayDate(one.intakeSentAt, timeZone)}` : 'Ask the safety questions yourself'}
        </span>
      </div>
      <div className="row">
        <ButtonLink to={paths.visit(one.visitId)} reloadDocument variant="secondary">
          Chart
        </ButtonLink>
        <AdmitButton visitId={one.visitId} licence={one.licence} large />
      </div>
    </div>
  )
}

function Place({ one }: { one: WaitingPatient }) {
  if (!one.state) return <span className="sub">Has not said where they are</span>
  const name = placeName(one.state)
  const company = one.whoIsThere === alone ? 'alone' : 'not alone'
  return (
    <span className="sub">
      {one.licence === 'unlicensed' ? (
        <StateWord tone="attention" icon={TriangleAlert} small className="tx-warn">
          {name}: you have no license there
        </StateWord>
      ) : (
        `${name} · you are licensed there`
      )}
      {` · ${company}`}
    </span>
  )
}
