import { Form } from '@remix-run/react'
import { Ban, CircleCheck, Mail, Minus, Phone, TriangleAlert } from 'lucide-react'
import type { Role } from '~/domain/people/actor'
import { initials } from '~/domain/people/say-names'
import { sayRole } from '~/domain/people/say-role'
import { paths } from '~/domain/paths'
import { dayOf } from '~/domain/time/day-of'
import { sayDate } from '~/domain/time/say-date'
import { sayTime } from '~/domain/time/say-time'
import { Avatar } from '~/ui/avatar'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { StateWord } from '~/ui/state-word'
import { TableScroll } from '~/ui/table-scroll'
import { useClinic } from '~/ui/use-clinic'

type Person = {
  id: string
  name: string
  title: string | null
  email: string | null
  role: Role
  verifiedAt: Date | null
  disabledAt: Date | null
  lastSeenAt: Date | null
  secondFactor: boolean
}

function AccountState({ person, isMe, zone }: { person: Person; isMe: boolean; zone: string }) {
  if (person.disabledAt)
    return (
      <>
        <StateWord tone="wait" icon={Ban}>
          Disabled
        </StateWord>
        <small className="nowrap">{sayDate(person.disabledAt, zone)}</small>
      </>
    )
  if (!person.email)
    return (
      <StateWord tone="wait" icon={Phone}>
        By phone
      </StateWord>
    )
  if (!person.verifiedAt)
    return (
      <StateWord tone="accent" icon={Mail}>
        E-mail not confirmed
      </StateWord>
    )
  return (
    <>
      <StateWord tone="good" icon={CircleCheck}>
        Active
      </StateWord>
      {isMe ? <small>you</small> : null}
    </>
  )
}

function Act({ person, show }: { person: Person; show: 'staff' | 'patients' }) {
  if (!person.disabledAt)
    return (
      <ButtonLink
        variant="secondary"
        to={`${paths.admin()}?${show === 'patients' ? 'show=patients&' : ''}disable=${person.id}`}
        preventScrollReset
      >
        Disable<span className="sr"> {person.name}</span>
      </ButtonLink>
    )
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="personId" value={person.id} />
      <input type="hidden" name="show" value={show} />
      <Button variant="secondary" name="intent" value="enable">
        Enable<span className="sr"> {person.name}</span>
      </Button>
    </Form>
  )
}

/** Everyone with an account, and the one act there is. */
export function PeopleTable(props: { people: Person[]; show: 'staff' | 'patients'; meId: string; now: Date }) {
  const { people, show, meId, now } = props
  const { timeZone } = useClinic()
  const seen = (at: Date) =>
    dayOf(at, timeZone) === dayOf(now, timeZone) ? sayTime(at, timeZone) : sayDate(at, timeZone)
  return (
    <section className="panel pn">
      <TableScroll label="People">
        <table className="tbl tight">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Role</th>
              <th scope="col">Second factor</th>
              <th scope="col">Last seen</th>
              <th scope="col">State</th>
              <th scope="col">
                <span className="sr">Act</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id} className={person.disabledAt ? 'off' : undefined}>
                <td>
                  <span className="row gap-10">
                    <Avatar initials={initials(person.name)} name={person.name} other={person.disabledAt !== null} />
                    <span>
                      <b className="strong">
                        {person.name}
                        {person.title ? `, ${person.title}` : null}
                      </b>
                      <small>{person.email ?? 'No e-mail: cannot sign in, told by phone'}</small>
                    </span>
                  </span>
                </td>
                <td>{sayRole(person.role)}</td>
                <td>
                  {person.secondFactor ? (
                    <StateWord tone="good" icon={CircleCheck}>
                      App code
                    </StateWord>
                  ) : (
                    <StateWord
                      tone={show === 'staff' && !person.disabledAt ? 'attention' : 'wait'}
                      icon={show === 'staff' && !person.disabledAt ? TriangleAlert : Minus}
                    >
                      None
                    </StateWord>
                  )}
                </td>
                <td>{person.lastSeenAt ? seen(person.lastSeenAt) : '–'}</td>
                <td>
                  <AccountState person={person} isMe={person.id === meId} zone={timeZone} />
                </td>
                <td className="right nowrap">{person.id === meId ? null : <Act person={person} show={show} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
