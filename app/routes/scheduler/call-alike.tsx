import { Users } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { sayBirthDate } from '~/domain/people/say-birth-date'
import { paths } from '~/domain/paths'
import type { Alike } from '~/features/call/register-by-phone.server'
import { ButtonLink } from '~/ui/button-link'
import { Icon } from '~/ui/icon'

const words = { person: 'same name and birth date', phone: 'same phone', email: 'same e-mail' }

type Props = { alike: readonly Alike[]; different?: string }

/** Who is registered already and looks alike: asked before anybody is registered a second time. */
export function CallAlike({ alike, different }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const others = [...new Set([...(different ? [different] : []), ...alike.map(({ id }) => id)])]
  const byMail = alike.some(({ same }) => same.includes('email'))
  return (
    <section className="call-alike" aria-labelledby="alike-h" role="alert">
      <h2 id="alike-h" tabIndex={-1} ref={heading}>
        Is this the same person?
      </h2>
      {alike.map((one) => (
        <div className="cl" key={one.id}>
          <span className="ic w">
            <Icon of={Users} />
          </span>
          <span>
            <b>
              {one.name}
              {one.bornOn ? ` · born ${sayBirthDate(one.bornOn)}` : ''}
            </b>
            <span className="sub">
              {one.same.map((what) => words[what]).join(' · ')}
              {one.phone ? ` · ${one.phone}` : ''}
            </span>
          </span>
          <ButtonLink to={paths.callPatient(one.id)} variant="secondary">
            Yes, go on with {one.name}
          </ButtonLink>
        </div>
      ))}
      {byMail ? (
        <p className="sub pad14">
          One e-mail opens one account. Someone else with this address needs another one, or none.
        </p>
      ) : null}
      {others.map((id) => (
        <input key={id} type="hidden" name="different" value={id} />
      ))}
    </section>
  )
}
