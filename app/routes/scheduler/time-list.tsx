import { Form } from '@remix-run/react'
import { LockKeyhole } from 'lucide-react'
import { sayDate } from '~/domain/time/say-date'
import { sayTime } from '~/domain/time/say-time'
import { sayWhen } from '~/domain/time/say-when'
import { sayZone } from '~/domain/time/say-zone'
import { Button } from '~/ui/button'
import { classes } from '~/ui/classes'
import { Icon } from '~/ui/icon'

export type Time = {
  startsAt: Date
  provider: { id: string; name: string }
  room: { id: string; name: string }
  cArm: { id: string; name: string }
  location: { id: string; name: string }
  followUpAt: Date | null
}

type Props = {
  times: readonly Time[]
  zone: string
  /** Why booking is closed, or null. */
  closed: string | null
  verb: 'Book' | 'Move here'
}

/** Times at which provider, room and C-arm are free together, each with the follow-up that comes with it. */
export function TimeList({ times, zone, closed, verb }: Props) {
  return (
    <>
      {times.length === 0 ? (
        <p className="pad14 muted">
          Nothing is free together in the next six weeks. Try another provider or a later day.
        </p>
      ) : null}
      {times.map((time, index) => {
        const bookable = !closed && time.followUpAt !== null
        return (
          <div
            key={`${time.startsAt.toISOString()}-${time.provider.id}-${time.location.id}`}
            className={classes('slot', index === 0 && bookable && 'on', !bookable && 'tx-ink-3')}
          >
            <div>
              <b>{sayDate(time.startsAt, zone)}</b>
              <br />
              {sayTime(time.startsAt, zone)} {sayZone(zone, time.startsAt)}
            </div>
            <div className="lines">
              <span>
                {time.provider.name} · {time.room.name} · {time.cArm.name}
              </span>
              <span className="sub">
                {time.location.name} ·{' '}
                {time.followUpAt
                  ? `follow-up by video: ${sayWhen(time.followUpAt, zone)}`
                  : 'no follow-up is free on days 12 to 16'}
              </span>
            </div>
            {bookable ? (
              <Form method="post">
                <input type="hidden" name="startsAt" value={time.startsAt.toISOString()} />
                <input type="hidden" name="providerId" value={time.provider.id} />
                <input type="hidden" name="roomId" value={time.room.id} />
                <input type="hidden" name="cArmId" value={time.cArm.id} />
                <Button
                  variant={index === 0 ? 'primary' : 'secondary'}
                  name="intent"
                  value="book"
                  aria-label={`${verb}: ${sayWhen(time.startsAt, zone)}`}
                >
                  {verb}
                </Button>
              </Form>
            ) : null}
          </div>
        )
      })}
      {closed ? (
        <div className="notice warn r-0 pad-10-14 fs-sm lh-14 i-17 gap-9 rule-t">
          <Icon of={LockKeyhole} />
          <p className="tx-ink">{closed}</p>
        </div>
      ) : null}
    </>
  )
}
