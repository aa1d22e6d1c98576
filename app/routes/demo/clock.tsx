import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { clockWish } from '~/domain/time/clock-wish'
import { dayOf } from '~/domain/time/day-of'
import { sayWhen } from '~/domain/time/say-when'
import { moveClock } from '~/features/demo/move-clock.server'
import { demoContext } from '~/server/demo-context.server'
import { Button } from '~/ui/button'
import { PatientPage } from '~/ui/patient-page'
import { TextField } from '~/ui/text-field'
import { useClinic } from '~/ui/use-clinic'

export const meta: MetaFunction = () => [{ title: 'Demo clock' }]

export async function loader(args: LoaderFunctionArgs) {
  const { now, clinic } = await demoContext(args)
  return { now, tomorrow: dayOf(new Date(now.getTime() + 86_400_000), clinic.timeZone) }
}

export async function action(args: ActionFunctionArgs) {
  const context = await demoContext(args)
  const schema = clockWish(context.now, context.clinic.timeZone)
  const submission = parseWithZod(await args.request.formData(), { schema })
  if (submission.status !== 'success')
    return data({ errors: submission.error?.['to'] ?? ['Choose a day and a time'] }, { status: 400 })
  const moved = await moveClock(context, submission.value)
  if (wasRefused(moved)) return data({ errors: [moved.message] }, { status: 409 })
  return redirect(paths.clock())
}

const steps = [
  { value: '1hour', label: '1 hour' },
  { value: '4hour', label: '4 hours' },
  { value: '1day', label: '1 day' },
  { value: '7day', label: '7 days' },
  { value: '14day', label: '14 days' },
]

export default function DemoClock() {
  const clinic = useClinic()
  const { now, tomorrow } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  return (
    <PatientPage clinic={clinic}>
      <h1>Demo clock</h1>
      <p className="lede">
        In the clinic it is now{' '}
        <b className="strong ink">
          <time dateTime={now.toISOString()}>{sayWhen(now, clinic.timeZone)}</time>
        </b>
        . Move it forward, and reminders, diaries and follow-ups come due. It never moves back.
      </p>
      <Form method="post" className="mt5" aria-label="Move ahead">
        <h2 className="h-sec">Move ahead by</h2>
        <div className="d-flex wrap gap-10 mt2">
          {steps.map((step) => (
            <Button key={step.value} variant="secondary" name="ahead" value={step.value}>
              {step.label}
            </Button>
          ))}
        </div>
      </Form>
      <Form method="post" className="mt5">
        <TextField
          id="to"
          name="to"
          type="datetime-local"
          label="Move to"
          hint="Day and time in the clinic."
          defaultValue={`${tomorrow}T09:00`}
          errors={errors}
        />
        <Button large block className="mt-20">
          Move the clock
        </Button>
      </Form>
    </PatientPage>
  )
}
