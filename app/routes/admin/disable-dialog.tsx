import { Form } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Dialog } from '~/ui/dialog'

/** Asks before an account is closed and lists what follows. */
export function DisableDialog({ person, show }: { person: { id: string; name: string }; show: 'staff' | 'patients' }) {
  const back = show === 'patients' ? `${paths.admin()}?show=patients` : paths.admin()
  return (
    <Dialog
      title={`Disable ${person.name}?`}
      closeTo={back}
      width={500}
      footer={
        <Form method="post" action={paths.admin()} className="row gap-10">
          <input type="hidden" name="personId" value={person.id} />
          <input type="hidden" name="show" value={show} />
          <ButtonLink variant="secondary" to={back} preventScrollReset>
            Keep the account open
          </ButtonLink>
          <Button variant="danger" name="intent" value="disable">
            Disable the account
          </Button>
        </Form>
      }
    >
      <ul className="stack s-8">
        <li>Every device of theirs is signed out now, open pages too.</li>
        <li>They cannot sign in again until an admin enables the account.</li>
        <li>What they wrote, booked and signed stays as it is.</li>
      </ul>
    </Dialog>
  )
}
