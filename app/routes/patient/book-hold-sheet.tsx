import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Sheet } from '~/ui/sheet'
import type { HoldWords } from './book-board'
import { BookHoldClock } from './book-hold-clock'

/** The held time: what is left of it, and the button that makes it theirs, with the date inside. */
export function BookHoldSheet({ hold, verb }: { hold: HoldWords; verb: 'Book' | 'Move to' }) {
  const busy = useNavigation().formData?.get('intent') === 'confirm'
  const elsewhere = hold.whenBoth === hold.when ? '' : ` ${hold.whenBoth.slice(hold.when.length + 1)}.`
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="confirm" />
      <input type="hidden" name="holdId" value={hold.id} />
      <Sheet
        label="Your hold"
        under={
          <span className="muted">
            {hold.provider ? `${hold.provider}.` : null} Tap another time to swap.{elsewhere}
          </span>
        }
      >
        <BookHoldClock key={hold.now} hold={hold} />
        <Button large block busy={busy}>
          {verb} {hold.when}
        </Button>
      </Sheet>
    </Form>
  )
}
