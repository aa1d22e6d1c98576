import { Form, Link } from '@remix-run/react'
import { paths } from '~/domain/paths'
import type { Paper } from '~/domain/paper/paper'
import { Button } from '~/ui/button'
import { Dialog } from '~/ui/dialog'

/** Asks before a paper is taken back. */
export function PaperRemove({ paper }: { paper: Omit<Paper, 'uploadedAt'> }) {
  return (
    <Dialog
      title="Remove this paper?"
      closeTo={paths.intakePapers()}
      width={500}
      footer={
        <Form method="post" action={paths.intakePapers()} className="row wrap gap-8">
          <input type="hidden" name="paper" value={paper.id} />
          <Link className="btn secondary" to={paths.intakePapers()} preventScrollReset>
            Keep it
          </Link>
          <Button name="intent" value="remove">
            Remove it
          </Button>
        </Form>
      }
    >
      <p>
        <b className="strong paper-name">{paper.name}</b> is taken out of your answers. Nobody at the clinic will see
        it. You can add it again.
      </p>
    </Dialog>
  )
}
