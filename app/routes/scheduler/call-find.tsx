import { Form } from '@remix-run/react'
import { Search } from 'lucide-react'
import { sayBirthDate } from '~/domain/people/say-birth-date'
import { paths } from '~/domain/paths'
import type { FoundPatient } from '~/features/call/find-patients.server'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { TableScroll } from '~/ui/table-scroll'
import { TextField } from '~/ui/text-field'

type Props = {
  typed: Record<string, string>
  message: string | null
  found: readonly FoundPatient[] | null
  more: boolean
}

/** Who is on the line: looked for by name, birth date or phone, several at once narrow it down. */
export function CallFind({ typed, message, found, more }: Props) {
  return (
    <section className="panel pn" aria-labelledby="find-h">
      <div className="grp">
        <h2 id="find-h">Who is calling?</h2>
        <span>{found ? `${found.length}${more ? ' or more' : ''} found` : null}</span>
      </div>
      <Form method="post" className="call-find pad14">
        <TextField
          id="name"
          name="name"
          label="Name"
          autoComplete="off"
          defaultValue={typed['name']}
          errors={message ? [message] : null}
        />
        <TextField
          id="bornOn"
          name="bornOn"
          type="date"
          label="Born"
          autoComplete="off"
          defaultValue={typed['bornOn']}
        />
        <TextField id="phone" name="phone" type="tel" label="Phone" autoComplete="off" defaultValue={typed['phone']} />
        <Button icon={Search}>Find</Button>
      </Form>
      {found ? <Found found={found} more={more} /> : null}
    </section>
  )
}

function Found({ found, more }: { found: readonly FoundPatient[]; more: boolean }) {
  if (found.length === 0)
    return (
      <div className="pad14 fstack" role="status">
        <p>Nobody fits. Ask how the name is written, or look by birth date alone.</p>
        <ButtonLink to={paths.callRegister()} variant="secondary">
          Register a new patient
        </ButtonLink>
      </div>
    )
  return (
    <>
      <TableScroll label="People found">
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Born</th>
              <th scope="col">Phone</th>
              <th scope="col">E-mail</th>
              <th scope="col">
                <span className="sr">Act</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <tr key={one.id}>
                <td>
                  <b className="strong">{one.name}</b>
                  {one.homeState ? <small>{one.homeState}</small> : null}
                </td>
                <td className="nowrap">{one.bornOn ? sayBirthDate(one.bornOn) : '–'}</td>
                <td className="nowrap">{one.phone ?? '–'}</td>
                <td>{one.hasEmail ? 'Yes' : 'None'}</td>
                <td className="right nowrap">
                  <ButtonLink to={paths.callPatient(one.id)} variant="secondary">
                    {one.openIntakeId ? 'Go on' : 'Ask the questions'}
                    <span className="sr"> with {one.name}</span>
                  </ButtonLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {more ? <p className="pad14 muted">There are more. Add the birth date or the phone.</p> : null}
    </>
  )
}
