import type { Side } from '~/domain/people/side'
import { SideWords } from '~/ui/side-words'

type Props = {
  /** ISO instant of the start. */
  startsAt: string
  day: string
  time: string
  side: Side
  place: { name: string; address: string }
  provider: string
  followUp: string | null
  agreed: boolean
  goodUntil: string | null
  kept: boolean
}

/** The booked injection as a ticket: the day as title, then what, which side, where, with whom and what follows. */
export function ProcedureTicket(props: Props) {
  return (
    <>
      <section className="ticket">
        <div className="up">
          <p className="eyebrow">{props.kept ? 'This time is yours' : 'We are holding this for you'}</p>
          <h1 className="mt-2">
            <time dateTime={props.startsAt}>
              {props.day}
              <br />
              {props.time}
            </time>
          </h1>
        </div>
        <div className="cut" />
        <div className="dn">
          <dl>
            <dt>What</dt>
            <dd>
              SI joint injection<small>20 to 30 minutes</small>
            </dd>
            <dt>Side</dt>
            <dd>
              <SideWords>{props.side === 'both' ? 'Both sides' : `Your ${props.side} side`}</SideWords>
              <small>Same as the order</small>
            </dd>
            <dt>Where</dt>
            <dd>
              {props.place.name}
              <small>{props.place.address}</small>
            </dd>
            <dt>With</dt>
            <dd>{props.provider}</dd>
            {props.followUp ? (
              <>
                <dt>After</dt>
                <dd>
                  Two-week video check<small>{props.followUp}. It moves if this day moves.</small>
                </dd>
              </>
            ) : null}
          </dl>
        </div>
      </section>
      {props.agreed ? (
        <p className="small mt4">
          <b className="strong">Your insurance said yes.</b>{' '}
          {props.goodUntil ? `Good through ${props.goodUntil}.` : null}
        </p>
      ) : null}
    </>
  )
}
