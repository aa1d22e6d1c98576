import { Link } from '@remix-run/react'
import { ArrowRight, CircleDashed } from 'lucide-react'
import { questionOf } from '~/domain/intake/instrument'
import type { Instrument } from '~/domain/intake/instrument'
import type { OpenPoint } from '~/domain/intake/open-before-sending'
import { readAloud } from '~/domain/intake/phone-questions'
import { paths } from '~/domain/paths'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'

type Props = { intakeId: string; open: readonly OpenPoint[]; which: Instrument; refused: boolean }

const mostNamed = 8

/** What still must be asked or put right before the answers can be sent, the first of it one press away. */
export function CallOpen({ intakeId, open, which, refused }: Props) {
  const [first] = open
  return (
    <>
      <Banner tone="attention" icon={CircleDashed} live={refused ? 'alert' : undefined}>
        <b>{open.length === 1 ? '1 question is' : `${open.length} questions are`} still open.</b>
        <ul className="call-open">
          {open.slice(0, mostNamed).map(({ key, message }) => {
            const question = questionOf(key, which)
            return (
              <li key={key}>
                <Link to={paths.callStep(intakeId, key)}>
                  {message === question.label ? readAloud(question) : message}
                </Link>
              </li>
            )
          })}
        </ul>
        {open.length > mostNamed ? <p>And {open.length - mostNamed} more.</p> : null}
      </Banner>
      {first ? (
        <ButtonLink to={paths.callStep(intakeId, first.key)} large icon={ArrowRight} className="mt-12">
          Go on with the questions
        </ButtonLink>
      ) : null}
    </>
  )
}
