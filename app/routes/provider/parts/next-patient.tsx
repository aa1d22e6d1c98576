import { CalendarCheck, DoorOpen } from 'lucide-react'
import type { ClinicWatch } from '~/domain/chart/clinic-watch'
import { kindWords } from '~/domain/chart/visit-words'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { placeName } from '~/domain/visit/places'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { EmptyState } from '~/ui/empty-state'
import { LiveWait } from '~/ui/live-wait'
import { AdmitButton } from '~/ui/provider/admit-button'
import { sayPerson } from '~/ui/provider/say-person'
import { StateWord } from '~/ui/state-word'
import { useClinic } from '~/ui/use-clinic'

/** Who is next: the one who has waited longest, else the next booked today. */
export function NextPatient({ watch }: { watch: ClinicWatch }) {
  const { timeZone } = useClinic()
  const [first, ...others] = watch.waiting
  const booked = watch.nextBooked
  return (
    <section className="panel pn" aria-labelledby="next-h">
      <div className="grp">
        <h2 id="next-h">Next patient</h2>
      </div>
      {first ? (
        <div className="pad14">
          <p className="big">{sayPerson(first, watch.now, timeZone)}</p>
          <p className="muted mt-2 mb-10">
            {kindWords[first.kind]} · booked {sayTime(first.startsAt, timeZone)} · waits{' '}
            <LiveWait since={first.since.getTime()} now={watch.now.getTime()} />
          </p>
          {first.licence === 'unlicensed' ? (
            <Banner tone="attention" className="mb-10">
              {first.place ? `${first.place}: ` : ''}you have no {placeName(first.state ?? '')} license.
            </Banner>
          ) : null}
          <div className="row">
            <AdmitButton visitId={first.visitId} licence={first.licence} />
            <ButtonLink to={paths.visit(first.visitId)} reloadDocument variant="secondary">
              Chart
            </ButtonLink>
          </div>
        </div>
      ) : booked ? (
        <div className="pad14">
          <p className="big">{sayPerson(booked, watch.now, timeZone)}</p>
          <p className="muted mt-2 mb-10">
            {kindWords[booked.kind]} · booked {sayTime(booked.startsAt, timeZone)} · not here yet
          </p>
          <ButtonLink to={paths.visit(booked.visitId)} reloadDocument variant="secondary">
            Chart
          </ButtonLink>
        </div>
      ) : (
        <EmptyState title="No more visits today" icon={CalendarCheck}>
          Every page tells you when someone arrives.
        </EmptyState>
      )}
      {others.length > 0 ? (
        <table className="tbl">
          <tbody>
            {others.map((one) => (
              <tr key={one.visitId}>
                <td className="who">{one.name}</td>
                <td>{sayTime(one.startsAt, timeZone)}</td>
                <td className="right nowrap">
                  <StateWord tone="accent" icon={DoorOpen}>
                    Waiting <LiveWait since={one.since.getTime()} now={watch.now.getTime()} />
                  </StateWord>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
