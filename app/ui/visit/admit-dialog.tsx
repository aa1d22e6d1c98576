import { Form } from '@remix-run/react'
import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { deviceWords } from '~/domain/chart/device-words'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { sayZone } from '~/domain/time/say-zone'
import type { LicenceOverrideKind } from '~/domain/visit/licence-override'
import type { StageFacts } from '~/domain/visit/stage-facts'
import { Banner } from '../banner'
import { Button } from '../button'
import { ButtonLink } from '../button-link'
import { Dialog } from '../dialog'
import { Icon } from '../icon'
import { StateWord } from '../state-word'
import { useClinic } from '../use-clinic'
import { DoorFacts } from './door-facts'

export type AdmitAnswer = {
  message?: string
  typed: { kind: LicenceOverrideKind | string; reason: string }
  errors?: { kind?: string[]; reason?: string[] }
}

function Line({ isGood, title, sub }: { isGood: boolean; title: ReactNode; sub: ReactNode }) {
  return (
    <div className="cl">
      <span className={isGood ? 'ic g' : 'ic w'}>
        <Icon of={isGood ? CircleCheck : CircleAlert} />
      </span>
      <span>
        <b>{title}</b>
        <span className="sub">{sub}</span>
      </span>
    </div>
  )
}

/** Before the room opens: who comes, from where, with what, and what follows. */
export function AdmitDialog({ stage, answer }: { stage: StageFacts; answer?: AdmitAnswer }) {
  const { timeZone } = useClinic()
  const { arrival, patient } = stage
  const device = deviceWords(arrival?.camera ?? null, arrival?.microphone ?? null)
  const back = paths.visit(stage.visitId)
  return (
    <Dialog
      title={`Admit ${patient.name}?`}
      closeTo={back}
      footer={
        <>
          {stage.mine ? (
            <Form method="post">
              <Button large>Admit {patient.firstName}</Button>
            </Form>
          ) : null}
          <ButtonLink to={back} variant="secondary" large>
            Not yet
          </ButtonLink>
        </>
      }
    >
      {answer?.message ? (
        <Banner tone="attention" live="alert">
          {answer.message}
        </Banner>
      ) : null}
      <DoorFacts
        stage={stage}
        licence={
          <StateWord tone="good" icon={CircleCheck} small>
            licensed
          </StateWord>
        }
      />
      <Line
        isGood={device.works}
        title={device.words}
        sub={device.offer ?? 'Checked by the patient before coming in'}
      />
      {arrival ? (
        <Line
          isGood
          title="Consent to a video visit"
          sub={`${sayTime(arrival.consentedAt, timeZone)} ${sayZone(timeZone, arrival.consentedAt)}, version ${arrival.consentVersion}`}
        />
      ) : null}
      <div className="nt plain">
        <div>Their room opens now. Everybody else stays in their own waiting room.</div>
      </div>
    </Dialog>
  )
}
