import { Form } from '@remix-run/react'
import { fixedTexts } from '~/domain/intake/emergency-texts'
import { Button } from '~/ui/button'
import type { ClinicContact } from '~/ui/clinic-contact'
import { Sheet } from '~/ui/sheet'
import { TodoList } from '~/ui/todo-list'

type Props = {
  clinic: ClinicContact
  startsAt: string
  when: string
  kept: boolean
  driverOpen: boolean
  begun: boolean
  bloodThinner: { takes: boolean; weCall: boolean }
}

/** What is still to do before the day, and the button that keeps the time. To change it one calls. */
export function ProcedureKeep({ clinic, startsAt, when, kept, driverOpen, begun, bloodThinner }: Props) {
  const thinner = bloodThinner.takes
    ? [
        {
          key: 'thinner',
          state: 'next' as const,
          title: bloodThinner.weCall ? 'Blood thinner: we call you' : 'Your blood thinner',
          note: fixedTexts.bloodThinner,
        },
      ]
    : []
  return (
    <>
      <TodoList
        items={[
          { key: 'keep', state: kept ? 'done' : 'now', title: kept ? 'You keep this time' : 'Keep this time' },
          {
            key: 'driver',
            state: driverOpen ? (kept ? 'now' : 'next') : 'done',
            title: driverOpen ? 'Name your driver' : 'Your driver is named',
          },
          ...thinner,
        ]}
      />
      <p className="small no-print">
        Another time, or something is not correct?{' '}
        <a className="tap nowrap" href={`tel:${clinic.tel}`}>
          Call {clinic.phone}
        </a>
      </p>
      {kept || begun ? null : (
        <Form method="post">
          <input type="hidden" name="intent" value="keep" />
          <input type="hidden" name="startsAt" value={startsAt} />
          <Sheet under={<a href={`tel:${clinic.tel}`}>I am not sure: call the clinic</a>}>
            <Button large block>
              Keep {when}
            </Button>
          </Sheet>
        </Form>
      )}
    </>
  )
}
