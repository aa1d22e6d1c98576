import { Form, Link } from '@remix-run/react'
import { paths } from '~/domain/paths'

/** Where no open question raised the emergency: saying so is told to the clinician, and the page stays. */
export function WrongTap() {
  return (
    <Form method="post" className="em-tell" aria-labelledby="wrong">
      <p>
        <b className="strong" id="wrong" tabIndex={-1}>
          Did you tap the wrong answer?
        </b>{' '}
        Then tell us. A clinician calls you and talks it through with you. If what you tapped is true, call 911 now.
      </p>
      <div className="pair">
        <button className="pick" name="said" value="mistake">
          Yes, a wrong tap
        </button>
        <Link className="pick" to={paths.intakeEmergency()} preventScrollReset>
          No, it is true
        </Link>
      </div>
    </Form>
  )
}
