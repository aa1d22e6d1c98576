import { Activity, Check, CircleDashed, History } from 'lucide-react'
import { siWords, tierWords } from '~/domain/chart/triage-words'
import { paths } from '~/domain/paths'
import { sayWhen } from '~/domain/time/say-when'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Chip } from '~/ui/chip'
import { Icon } from '~/ui/icon'
import { useClinic } from '~/ui/use-clinic'
import { TriageForm } from './triage-form'
import type { TriageView } from './triage-view'
import { UrgencyChip } from './urgency-chip'
import { useTriageAct } from './use-triage-act'

type Props = { view: TriageView; visitId: string | null }

/** What stands, in two chips, with agree and override; when a person decided otherwise than the rules, both are said. */
export function TriageHead({ view, visitId }: Props) {
  const { timeZone } = useClinic()
  const act = useTriageAct(view.intakeId)
  const { urgency, siPattern, reading, seen } = view
  const last = view.history.at(-1)
  const decided = view.history.findLast((event) => event.kind === 'agree' || event.kind === 'override')
  const fresh = last && decided && last.id === decided.id
  const overTo = visitId
    ? `${paths.visit(visitId)}?panel=override`
    : `${paths.intakeTriage(view.intakeId)}?panel=override`
  return (
    <>
      <div className="row wrap tri-h">
        <h2 className="pane-h">Triage</h2>
        {urgency ? (
          <UrgencyChip tier={urgency} named />
        ) : (
          <Chip tone="attention" icon={CircleDashed}>
            Not sent yet
          </Chip>
        )}
        {siPattern ? (
          <Chip tone="accent" icon={Activity}>
            SI pattern: {siWords[siPattern]}
          </Chip>
        ) : null}
        <span className="grow" />
        {view.sentAt && seen ? (
          <span className="row">
            {decided?.mine && fresh ? null : (
              <TriageForm view={view} visitId={visitId} intent="agree" failed={null} onSubmit={act.onSubmit}>
                <input type="hidden" name="seen" value={seen} />
                <Button variant="secondary" icon={Check} busy={act.busy}>
                  Agree
                </Button>
              </TriageForm>
            )}
            <ButtonLink to={overTo} variant="secondary" preventScrollReset>
              Override
            </ButtonLink>
          </span>
        ) : null}
      </div>
      {act.failed ? (
        <p className="nt bad mt-6" role="alert">
          {act.failed}
        </p>
      ) : null}
      {decided ? (
        <p className="sub mt-6">
          <Icon of={History} /> {decided.kind === 'agree' ? 'Agreed' : 'Overridden'} by {decided.by},{' '}
          {sayWhen(decided.at, timeZone)}
          {decided.reason ? `: “${decided.reason}”` : '.'} {fresh ? null : <b className="strong">Read again since.</b>}
        </p>
      ) : null}
      {reading && urgency && reading.urgency.tier !== urgency ? (
        <p className="sub mt-6">
          The rules say <b className="strong">{tierWords[reading.urgency.tier].toLowerCase()}</b>, what stands is{' '}
          <b className="strong">{tierWords[urgency].toLowerCase()}</b>.
        </p>
      ) : null}
      <p className="sub mt-6 mb-6">
        For attention and scheduling. A questionnaire cannot diagnose SI joint pain (Dreyfuss 1996).
        {reading ? ` Rules ${reading.rulesetVersion}.` : ' The rules read it when it is sent, or with what you ask.'}
      </p>
    </>
  )
}
