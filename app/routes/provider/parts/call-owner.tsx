import { Form } from '@remix-run/react'
import { CircleCheck, UserPlus } from 'lucide-react'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { Button } from '~/ui/button'
import { StateWord } from '~/ui/state-word'
import { useClinic } from '~/ui/use-clinic'
import type { UrgentLine } from './urgent-line'

/** Who owes this call: the first clinician who takes it has it. */
export function CallOwner({ line, me }: { line: UrgentLine; me: string }) {
  const { timeZone } = useClinic()
  return (
    <section className="panel pn">
      <div className="grp">
        <h2>Owner</h2>
      </div>
      <div className="pad14">
        {line.owner ? (
          <>
            <p>
              <StateWord tone="good" icon={CircleCheck}>
                {line.owner.id === me ? 'You' : line.owner.name}
              </StateWord>
            </p>
            {line.takenAt ? <p className="sub tx-ink-2 mt-4">took it at {sayTime(line.takenAt, timeZone)}</p> : null}
          </>
        ) : (
          <>
            <p>
              <StateWord tone="attention" icon={UserPlus}>
                Nobody
              </StateWord>
            </p>
            <p className="sub tx-ink-2 mt-4 mb-10">Only a clinician can take it and close it.</p>
            <Form method="post" action={paths.urgentItem(line.id)}>
              <Button name="intent" value="take">
                Take it
              </Button>
            </Form>
          </>
        )}
      </div>
    </section>
  )
}
