import { Form } from '@remix-run/react'
import { offeredZones } from '~/domain/time/offered-zones'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/select-field'
import type { TimeBoard } from './book-board'

/** In which zone times are said, and a way to change it. */
export function BookZone({ timeZone, board }: { timeZone: string; board: TimeBoard }) {
  const words = board.zone
  const known = offeredZones.some((zone) => zone.value === timeZone)
  const options = known ? [...offeredZones] : [{ value: timeZone, label: words }, ...offeredZones]
  return (
    <>
      <p className="lede mt-6">
        {board.minutes} minutes, by video. Times in your zone: <span className="nowrap">{words}.</span>
        {board.clinicZone ? ` The clinic is in ${board.clinicZone}.` : null}
      </p>
      <details className="small">
        <summary className="tap">Change the zone</summary>
        <Form method="post" className="mt-8 mb-8" preventScrollReset>
          <input type="hidden" name="intent" value="zone" />
          <SelectField id="timeZone" name="timeZone" label="Your time zone" options={options} defaultValue={timeZone} />
          <Button variant="secondary" className="mt-8">
            Use this zone
          </Button>
        </Form>
      </details>
    </>
  )
}
