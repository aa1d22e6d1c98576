import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useState } from 'react'
import { paths } from '~/domain/paths'
import { alone } from '~/domain/visit/arrival'
import type { ArrivalForm } from '~/domain/visit/arrival'
import type { CareVisit } from '~/domain/visit/care-visit'
import { places } from '~/domain/visit/places'
import { telehealthConsent } from '~/domain/visit/telehealth-consent'
import { Button } from '../button'
import { CheckLine } from '../check-line'
import { ChoiceCards } from '../choice-cards'
import { ErrorSummary } from '../error-summary'
import { PatientPage } from '../patient-page'
import { SelectField } from '../select-field'
import { Sheet } from '../sheet'
import { TextField } from '../text-field'
import { useClinic } from '../use-clinic'
import { useHydrated } from '../use-hydrated'

type Props = { visit: CareVisit; lastResult: SubmissionResult<string[]> | undefined }

const fieldNames = [
  'address',
  'city',
  'state',
  'callBackPhone',
  'emergencyContact',
  'room',
  'company',
  'consent',
] as const
type Answers = Record<(typeof fieldNames)[number], string>

function answersOf({ arrival, patient }: CareVisit): Partial<Answers> {
  if (!arrival) return { callBackPhone: patient.phone ?? '' }
  const parts = arrival.address.split(', ')
  return {
    address: parts.slice(0, -1).join(', '),
    city: parts.at(-1) ?? '',
    state: arrival.state,
    callBackPhone: arrival.callBackPhone,
    emergencyContact: arrival.emergencyContact,
    room: arrival.whoIsThere === alone ? 'no_one' : 'someone',
    company: arrival.whoIsThere === alone ? '' : arrival.whoIsThere,
  }
}

/** At the door: where the patient is now, how to reach them, who is there, and the yes to a video visit. */
export function VisitArrive({ visit, lastResult }: Props) {
  const clinic = useClinic()
  const isLive = useHydrated()
  const [form, fields] = useForm<Answers, ArrivalForm>({
    id: 'arrive',
    lastResult,
    defaultValue: answersOf(visit),
  })
  const [room, setRoom] = useState<string | undefined>(fields.room.initialValue)
  const problems = fieldNames.flatMap((name) =>
    (fields[name].errors ?? []).map((message) => ({ id: fields[name].id, message })),
  )
  const back = visit.state === 'waiting' ? paths.careVisitRoom(visit.visitId) : paths.careVisitCheck(visit.visitId)
  return (
    <PatientPage
      clinic={clinic}
      step={{ back, saved: <span className="small muted">Step 2 of 2</span> }}
      room="sheet"
      mainClass="pt-18"
    >
      <ErrorSummary errors={lastResult ? [...(form.errors ?? []).map((message) => ({ message })), ...problems] : []} />
      <h1>Where are you right now?</h1>
      <p className="lede mt-6">If something goes wrong in the visit, we send help to this address.</p>
      <Form method="post" className="mt-16" {...getFormProps(form)}>
        <TextField
          label="Street address"
          autoComplete="street-address"
          {...getInputProps(fields.address, { type: 'text' })}
          errors={fields.address.errors}
          errorId={fields.address.errorId}
        />
        <div className="city-state">
          <TextField
            label="City"
            autoComplete="address-level2"
            {...getInputProps(fields.city, { type: 'text' })}
            errors={fields.city.errors}
            errorId={fields.city.errorId}
          />
          <SelectField
            id={fields.state.id}
            name={fields.state.name}
            label="State"
            empty="Choose"
            autoComplete="address-level1"
            defaultValue={fields.state.initialValue}
            options={[...places]}
            errors={fields.state.errors}
            errorId={fields.state.errorId}
          />
        </div>
        <TextField
          label="Phone if the video stops"
          inputMode="tel"
          autoComplete="tel"
          {...getInputProps(fields.callBackPhone, { type: 'tel' })}
          errors={fields.callBackPhone.errors}
          errorId={fields.callBackPhone.errorId}
        />
        <TextField
          label="Someone we can call for you"
          hint="A name and a phone number"
          {...getInputProps(fields.emergencyContact, { type: 'text' })}
          errors={fields.emergencyContact.errors}
          errorId={fields.emergencyContact.errorId}
        />
        <ChoiceCards
          legend="Who is in the room with you?"
          layout="row"
          id={fields.room.id}
          name={fields.room.name}
          defaultValue={fields.room.initialValue}
          onChange={setRoom}
          choices={[
            { value: 'no_one', label: 'No one' },
            { value: 'someone', label: 'Someone' },
          ]}
          errors={fields.room.errors}
        />
        {room === 'someone' || !isLive ? (
          <TextField
            label="Who is with you?"
            hint="For example: my husband"
            {...getInputProps(fields.company, { type: 'text' })}
            errors={fields.company.errors}
            errorId={fields.company.errorId}
          />
        ) : null}
        <section className="mt-24" aria-labelledby="consent-title">
          <h2 className="h-sec" id="consent-title">
            {telehealthConsent.title}
          </h2>
          <ul className="plain-list">
            {telehealthConsent.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <CheckLine
            id={fields.consent.id}
            name={fields.consent.name}
            defaultChecked={fields.consent.initialValue === 'on'}
            errors={fields.consent.errors}
            errorId={fields.consent.errorId}
          >
            {telehealthConsent.agree}
          </CheckLine>
        </section>
        <Sheet>
          <Button large block>
            Go to the waiting room
          </Button>
        </Sheet>
      </Form>
    </PatientPage>
  )
}
