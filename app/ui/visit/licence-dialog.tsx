import { Form } from '@remix-run/react'
import { OctagonAlert, Phone, ShieldAlert } from 'lucide-react'
import { paths } from '~/domain/paths'
import { abroad, placeName } from '~/domain/visit/places'
import type { StageFacts } from '~/domain/visit/stage-facts'
import { Banner } from '../banner'
import { Button } from '../button'
import { ButtonLink } from '../button-link'
import { ChoiceCards } from '../choice-cards'
import { Dialog } from '../dialog'
import { Icon } from '../icon'
import { TextArea } from '../text-area'
import type { AdmitAnswer } from './admit-dialog'
import { DoorFacts } from './door-facts'

const formId = 'licence-override'

/** No license where the patient is: the room stays closed unless a reason is given, from a list and in words. */
export function LicenceDialog({ stage, answer }: { stage: StageFacts; answer?: AdmitAnswer }) {
  const { arrival, patient } = stage
  if (!arrival) return null
  const place = arrival.state === abroad ? 'outside the United States' : `in ${placeName(arrival.state)}`
  const held = stage.licences.map(placeName).join(', ') || 'none'
  const back = paths.worklist()
  return (
    <Dialog
      title={`You are not licensed where ${patient.firstName} is now`}
      closeTo={back}
      width={640}
      footer={
        <>
          <ButtonLink to={back} large>
            Keep the room closed
          </ButtonLink>
          <Button variant="secondary" large form={formId}>
            Open with this reason
          </Button>
          <span className="why">An override is dated, carries your name and stands in the clinic’s audit log.</span>
        </>
      }
    >
      <Banner tone="emergency" icon={OctagonAlert}>
        <b>The room stays closed.</b> {patient.firstName} says they are <b>{place}</b>. Your licenses: {held}.
      </Banner>
      <DoorFacts stage={stage} />
      <div>
        <span className="lb">What you can do</span>
        <div className="panel">
          <div className="cl first">
            <span className="ic o">
              <Icon of={Phone} />
            </span>
            <span>
              <b>Ask {patient.firstName} where they are again</b>
              <span className="sub">They can correct it in their waiting room. The home address does not count.</span>
            </span>
            <a className="btn secondary" href={`tel:${arrival.callBackPhone.replace(/[^\d+]/g, '')}`}>
              Call {arrival.callBackPhone}
            </a>
          </div>
        </div>
      </div>
      <Form method="post" id={formId} className="ovr fstack">
        <h3 className="row">
          <Icon of={ShieldAlert} />
          Open the room anyway, with a reason
        </h3>
        <ChoiceCards
          legend="Why"
          id="override-kind"
          name="overrideKind"
          defaultValue={answer?.typed.kind}
          choices={[
            {
              value: 'follow_up_of_care',
              label: 'Follow-up of care given where you are licensed',
              note: 'Only where that state adopted this exception',
            },
            { value: 'emergency', label: 'Emergency now', note: 'Life or limb; 911 first' },
            { value: 'other', label: 'Other', note: 'Say what' },
          ]}
          errors={answer?.errors?.kind}
        />
        <TextArea
          id="override-reason"
          name="overrideReason"
          label="In words"
          rows={2}
          maxLength={500}
          defaultValue={answer?.typed.reason}
          errors={answer?.errors?.reason ?? (answer?.message ? [answer.message] : undefined)}
        />
      </Form>
    </Dialog>
  )
}
