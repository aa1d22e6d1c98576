import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ArrowLeft, CircleCheck, TriangleAlert } from 'lucide-react'
import { z } from 'zod'
import { RecordWish } from '~/domain/case/case-wishes'
import { itemWords } from '~/domain/case/item-words'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { sayWhen } from '~/domain/time/say-when'
import { readProcedure } from '~/features/case/read-procedure.server'
import { recordProcedure } from '~/features/case/record-procedure.server'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { CheckLine } from '~/ui/check-line'
import { ErrorSummary } from '~/ui/error-summary'
import { Icon } from '~/ui/icon'
import { PainScale } from '~/ui/pain-scale'
import { sayBorn } from '~/ui/provider/say-person'
import { SegmentField } from '~/ui/segment-field'
import { SideBlock } from '~/ui/side-block'
import { TextField } from '~/ui/text-field'
import { useClinic } from '~/ui/use-clinic'
import { SchedulerFrame } from './scheduler-frame'

export const meta: MetaFunction = () => [{ title: 'Record the procedure' }]

function idOf(args: LoaderFunctionArgs | ActionFunctionArgs): string {
  const id = z.uuid().safeParse(args.params['procedureId'])
  return id.success ? id.data : noPage()
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const found = await readProcedure(context, { procedureId: idOf(args) })
  if (wasRefused(found)) return noPage()
  if (found.procedure.state !== 'booked') return redirect(paths.case(found.procedure.caseId))
  return { found, now: context.now, person: context.person }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const procedureId = idOf(args)
  const form = Object.fromEntries(
    [...(await args.request.formData()).entries()].filter(([, value]) => typeof value === 'string'),
  ) as Record<string, string>
  const wish = RecordWish.safeParse(form)
  if (!wish.success)
    return data(
      { errors: z.flattenError(wish.error).fieldErrors as Record<string, string[] | undefined>, typed: form },
      { status: 400 },
    )
  const recorded = await recordProcedure(context, { procedureId, ...wish.data })
  if (!wasRefused(recorded)) return redirect(paths.case(recorded.caseId))
  if (recorded.refused === 'missing') return noPage()
  return data(
    { errors: { [recorded.field ?? 'form']: [recorded.message] } as Record<string, string[] | undefined>, typed: form },
    { status: 409 },
  )
}

const sides = [
  { value: 'left', label: 'LEFT' },
  { value: 'right', label: 'RIGHT' },
  { value: 'both', label: 'BOTH' },
]

export default function ProcedureRecord() {
  const { found, now, person } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { timeZone } = useClinic()
  const { procedure, patient } = found
  const errors: Record<string, string[] | undefined> = answer?.errors ?? {}
  const typed: Record<string, string> = answer?.typed ?? {}
  const early = procedure.startsAt > now
  const open = found.items.filter(
    (item) => item.state === 'open' && item.code !== 'consent' && item.code !== 'side_confirmed',
  )
  return (
    <SchedulerFrame person={person} slim>
      <header className="s-head gap-12 wrap">
        <ButtonLink
          to={paths.case(procedure.caseId)}
          variant="secondary"
          icon={ArrowLeft}
          className="icon"
          aria-label="Back to the case"
        />
        <div className="lh-13">
          <h1>Record: {patient.name}</h1>
          <p className="muted">
            {patient.bornOn ? `${sayBorn(patient.bornOn)} · ` : ''}
            {sayWhen(procedure.startsAt, timeZone)} · {found.providerName} · {found.roomName} · {found.cArmName}
          </p>
        </div>
        <SideBlock side={procedure.side} size="big" />
      </header>
      <div className="s-body pad-14-20">
        <ErrorSummary
          errors={Object.entries(errors).flatMap(([id, messages]) =>
            (messages ?? []).map((message) => ({ id: id === 'form' ? undefined : id, message })),
          )}
        />
        {early ? (
          <Banner tone="attention">
            This procedure has not started yet. Its times can be recorded once they have passed.
          </Banner>
        ) : null}
        <div className="case-grid">
          <Form method="post" className="panel clip">
            <div className="grp">
              <h2>What was done</h2>
              <span>Recording starts the diary</span>
            </div>
            <div className="pad14 fstack">
              <SegmentField
                id="sideSaid"
                legend="Side injected"
                hint="Say it aloud with the patient, then choose it here."
                side
                name="sideSaid"
                choices={sides}
                defaultValue={typed['sideSaid']}
                errors={errors['sideSaid']}
              />
              <div className="row gap-12 wrap a-start">
                <TextField
                  id="needleIn"
                  name="needleIn"
                  type="time"
                  label="Needle in"
                  defaultValue={typed['needleIn'] ?? ''}
                  errors={errors['needleIn']}
                />
                <TextField
                  id="needleOut"
                  name="needleOut"
                  type="time"
                  label="Needle out"
                  defaultValue={typed['needleOut'] ?? ''}
                  errors={errors['needleOut']}
                />
              </div>
              <PainScale
                id="painBefore"
                name="painBefore"
                legend="Pain just before, same place, 0 to 10"
                ends={['no pain', 'worst pain']}
                defaultValue={typed['painBefore']}
                errors={errors['painBefore']}
              />
              <PainScale
                id="averageBefore"
                name="averageBefore"
                legend="Average pain over the last 7 days, 0 to 10"
                hint="The two-week visit asks this again on the same scale."
                ends={['no pain', 'worst pain']}
                defaultValue={typed['averageBefore']}
                errors={errors['averageBefore']}
              />
              <PainScale
                id="painAfter"
                name="painAfter"
                legend="Pain just after, same place, 0 to 10"
                ends={['no pain', 'worst pain']}
                defaultValue={typed['painAfter']}
                errors={errors['painAfter']}
              />
              <CheckLine
                id="consentSeen"
                name="consentSeen"
                defaultChecked={typed['consentSeen'] === 'on'}
                errors={errors['consentSeen']}
              >
                Consent for this procedure and this side was signed and seen
              </CheckLine>
              <div>
                <Button large>Record {procedure.side} SI injection as done</Button>
                {found.followUpAt ? (
                  <p className="muted mt-8">
                    Recording starts the diary and fixes the two-week visit: {sayWhen(found.followUpAt, timeZone)}.
                  </p>
                ) : null}
              </div>
            </div>
          </Form>
          <div className="panel clip">
            <div className="grp">
              <h2>Before the needle</h2>
              <span>{open.length === 0 ? 'Nothing open' : `${open.length} open`}</span>
            </div>
            {found.items.map((item) => {
              const settled = item.state !== 'open'
              return (
                <div className="cl" key={item.code}>
                  <span className={settled ? 'ic g' : 'ic w'}>
                    <Icon of={settled ? CircleCheck : TriangleAlert} />
                  </span>
                  <span>
                    <b>{itemWords(item.code).title}</b>
                    <span className="sub">{item.proof ?? itemWords(item.code).ask}</span>
                  </span>
                </div>
              )
            })}
          </div>
        </div>
      </div>
    </SchedulerFrame>
  )
}
