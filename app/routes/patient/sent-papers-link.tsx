import { Link } from '@remix-run/react'
import { paths } from '~/domain/paths'

/** Below the step of the timeline that says the answers were sent. */
export function SentPapersLink() {
  return (
    <p className="when">
      <Link className="tap" to={paths.papersSent()}>
        Papers you sent
      </Link>
    </p>
  )
}
