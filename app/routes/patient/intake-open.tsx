import { Link } from '@remix-run/react'
import type { QuestionKey } from '~/domain/intake/instrument'
import { paths } from '~/domain/paths'
import { Banner } from '~/ui/banner'
import { fieldId } from './intake-field'

type Props = {
  open: readonly { key: QuestionKey; slug: string; page: string; message: string }[]
  /** The person has just tried to send. */
  refused: boolean
}

const mostPages = 6

/** What is still open, page by page, each with its way there. */
export function OpenAnswers({ open, refused }: Props) {
  const [first] = open
  if (!first) return null
  const pages = [...Map.groupBy(open, ({ slug }) => slug).values()]
  const more = pages.length - mostPages
  return (
    <Banner tone="attention" live={refused ? 'alert' : undefined} className="mt-16">
      <p>
        <b className="strong">{open.length === 1 ? '1 answer needs' : `${open.length} answers need`} a look.</b> We can
        read your answers when they are all there.
      </p>
      <ul>
        {pages.slice(0, mostPages).map((points) => (
          <OnePage key={points[0]?.slug} points={points} />
        ))}
      </ul>
      {more > 0 ? (
        <p>
          And {more === 1 ? '1 more page' : `${more} more pages`}.{' '}
          <Link className="tap" to={paths.intakeStep(first.slug)}>
            Go on with my questions
          </Link>
        </p>
      ) : null}
    </Banner>
  )
}

function OnePage({ points }: { points: Props['open'] }) {
  const [first] = points
  if (!first) return null
  const words = points.length === 1 ? first.message : `${points.length} questions`
  return (
    <li>
      <Link className="tap" to={`${paths.intakeStep(first.slug)}#${fieldId(first.key)}`}>
        {first.page}: {words}
      </Link>
    </li>
  )
}
