import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ArrowLeft, CalendarCheck, PhoneOutgoing } from 'lucide-react'
import { z } from 'zod'
import { bookingClosed } from '~/domain/case/booking-closed'
import { caseThread } from '~/domain/case/case-thread'
import { AnswerWish, ItemWish, RequestWish } from '~/domain/case/case-wishes'
import { openClearances } from '~/domain/case/stage'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { sayDate } from '~/domain/time/say-date'
import { sayWhen } from '~/domain/time/say-when'
import { ageOn } from '~/domain/people/age-on'
import { cancelProcedure } from '~/features/case/cancel-procedure.server'
import { readCase } from '~/features/case/read-case.server'
import { recordAnswer } from '~/features/case/record-answer.server'
import { sendRequest } from '~/features/case/send-request.server'
import { settleItem } from '~/features/case/settle-item.server'
import { takeCase } from '~/features/case/take-case.server'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import type { SignedIn } from '~/server/require-context.server'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { SideBlock } from '~/ui/side-block'
import { SideLine } from '~/ui/side-line'
import { StageThread } from '~/ui/stage-thread'
import { StateWord } from '~/ui/state-word'
import { TextField } from '~/ui/text-field'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { AuthorisationPanel } from './authorisation-panel'
import { ChecklistLine } from './checklist-line'
import { SchedulerFrame } from './scheduler-frame'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Case: ${data.found.patient.name}, ${data.found.case.side} SI joint injection` : 'Case' },
]

const caseId = z.uuid()

function idOf(args: LoaderFunctionArgs | ActionFunctionArgs): string {
  const id = caseId.safeParse(args.params['caseId'])
  return id.success ? id.data : noPage()
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'scheduler', 'provider')
  const found = await readCase(context, { caseId: idOf(args) })
  if (wasRefused(found)) return noPage()
  return { found, now: context.now, person: context.person }
}

type Outcome = { refused: Refusal | null; fields: Record<string, string[] | undefined> }

async function perform(context: SignedIn, id: string, form: Record<string, string>): Promise<Outcome> {
  const parsed = <T extends z.ZodType>(schema: T) => {
    const result = schema.safeParse(form)
    return result.success
      ? { value: result.data }
      : { fields: z.flattenError(result.error).fieldErrors as Outcome['fields'] }
  }
  const done = (result: unknown): Outcome => ({ refused: wasRefused(result) ? (result as Refusal) : null, fields: {} })
  if (form['intent'] === 'take') return done(await takeCase(context, { caseId: id }))
  if (form['intent'] === 'settle') {
    const { value, fields } = parsed(ItemWish)
    return value ? done(await settleItem(context, { caseId: id, ...value })) : { refused: null, fields: fields ?? {} }
  }
  if (context.actor.role !== 'scheduler') return noPage()
  if (form['intent'] === 'request') {
    const { value, fields } = parsed(RequestWish)
    return value ? done(await sendRequest(context, { caseId: id, ...value })) : { refused: null, fields: fields ?? {} }
  }
  if (form['intent'] === 'answer') {
    const { value, fields } = parsed(AnswerWish)
    return value ? done(await recordAnswer(context, { caseId: id, ...value })) : { refused: null, fields: fields ?? {} }
  }
  if (form['intent'] === 'cancel') return done(await cancelProcedure(context, { caseId: id, why: form['why'] ?? '' }))
  return noPage()
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'scheduler', 'provider')
  const id = idOf(args)
  const entries = [...(await args.request.formData()).entries()].flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  )
  const form: Record<string, string> = Object.fromEntries(entries)
  const { refused, fields } = await perform(context, id, form)
  if (refused?.refused === 'missing') return noPage()
  const errors = refused?.field ? { ...fields, [refused.field]: [refused.message] } : fields
  const message = refused && !refused.field ? refused.message : null
  if (!message && Object.keys(errors).length === 0) return redirect(paths.case(id))
  return data(
    { intent: form['intent'] ?? '', itemId: form['itemId'] ?? null, message, errors, typed: form },
    { status: refused ? 409 : 400 },
  )
}

export default function Case() {
  const { found, now, person } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { timeZone } = useClinic()
  useLive()
  const { case: theCase, patient, order, procedure, facts } = found
  const isScheduler = person.role === 'scheduler'
  const clearances = found.items
    .filter((item) => item.code !== 'authorisation')
    .toSorted((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || a.code.localeCompare(b.code))
  const closed = bookingClosed(facts)
  const open = openClearances(facts.items).length
  return (
    <SchedulerFrame person={person} slim>
      <header className="s-head gap-12 wrap">
        <ButtonLink
          to={isScheduler ? paths.board() : paths.worklist()}
          variant="secondary"
          icon={ArrowLeft}
          className="icon"
          aria-label={isScheduler ? 'Back to the board' : 'Back to the worklist'}
        />
        <div className="lh-13">
          <h1>
            {patient.name}
            {patient.bornOn ? `, ${ageOn(patient.bornOn, dayOf(now, timeZone))}` : ''}
          </h1>
          <p className="muted">
            SI joint injection · {theCase.intent} · ordered {sayDate(order.orderedAt, timeZone)}
            {found.provider ? ` by ${found.provider.name}` : ''}
          </p>
        </div>
        <SideBlock side={theCase.side} />
        <SideLine same={order.mapSide === theCase.side}>
          {order.mapSide === theCase.side
            ? 'Same in map and order'
            : `Map: ${order.mapSide}. Order: ${theCase.side}. ${order.sideReason ?? ''}`}
        </SideLine>
        <span className="grow" />
        {patient.email === null ? (
          <StateWord tone="attention" icon={PhoneOutgoing}>
            No e-mail: tell by phone
          </StateWord>
        ) : null}
        {patient.phone ? (
          <a className="btn secondary" href={`tel:${patient.phone}`}>
            Call {patient.phone}
          </a>
        ) : null}
        {isScheduler && found.owner?.id !== person.id ? (
          <Form method="post">
            <Button variant="secondary" name="intent" value="take">
              {found.owner ? `Take from ${found.owner.name}` : 'Take this case'}
            </Button>
          </Form>
        ) : null}
      </header>
      <div className="s-body pad-14-20">
        {answer?.message ? (
          <Banner tone="emergency" live="alert">
            {answer.message}
          </Banner>
        ) : null}
        <StageThread label="Where this case stands" stages={caseThread(facts, timeZone)} />
        <div className="case-grid">
          <div className="panel clip">
            <AuthorisationPanel
              asked={found.authorisation}
              payer={theCase.payer}
              memberId={theCase.memberId}
              needed={found.items.some((item) => item.code === 'authorisation' && item.state !== 'not_needed')}
              now={now}
              zone={timeZone}
              errors={answer?.errors ?? {}}
              typed={answer?.typed ?? {}}
              open={answer?.intent === 'request' ? 'request' : answer?.intent === 'answer' ? 'answer' : null}
              canWrite={isScheduler}
            />
            <div className="grp rule-t bg-paper">
              <h2>Clearances</h2>
              <span>{open === 0 ? 'Nothing open' : `${open} open`}</span>
            </div>
            {clearances.length === 0 ? <p className="pad14 muted">Nothing had to be cleared.</p> : null}
            {clearances.map((line) => (
              <ChecklistLine
                key={line.id}
                line={line}
                zone={timeZone}
                isProvider={person.role === 'provider'}
                error={answer?.itemId === line.id ? answer.errors['proof']?.[0] : undefined}
                typed={answer?.itemId === line.id ? answer.typed['proof'] : undefined}
              />
            ))}
          </div>
          <div className="panel clip">
            <div className="grp">
              <h2>{procedure ? 'The procedure' : 'Book a time'}</h2>
              <span>Provider + procedure room + C-arm</span>
            </div>
            {procedure ? (
              <>
                <div className="slot on">
                  <div>
                    <b>{sayWhen(procedure.startsAt, timeZone)}</b>
                  </div>
                  <div className="lines">
                    <span>
                      {found.provider?.name} · {found.roomName} · {found.cArmName}
                    </span>
                    <span className="sub">
                      {procedure.state === 'done'
                        ? `Done, needle out ${procedure.needleOutAt ? sayWhen(procedure.needleOutAt, timeZone) : ''}`
                        : procedure.confirmedAt
                          ? 'Confirmed by the patient'
                          : 'Not confirmed by the patient yet'}
                      {procedure.driverName ? ` · driver ${procedure.driverName}` : ''}
                    </span>
                  </div>
                </div>
                <p className="follow-line muted row gap-8">
                  <CalendarCheck size={16} aria-hidden />{' '}
                  {found.followUp
                    ? `Follow-up by video: ${sayWhen(found.followUp.startsAt, timeZone)}`
                    : 'No follow-up on the calendar'}
                </p>
                {procedure.state === 'booked' && isScheduler ? (
                  <div className="row gap-8 wrap pad14">
                    {procedure.startsAt <= now ? (
                      <ButtonLink to={paths.procedureRecord(procedure.id)}>Record the procedure</ButtonLink>
                    ) : null}
                    <ButtonLink to={paths.caseBook(theCase.id)} variant="secondary">
                      Move to another time
                    </ButtonLink>
                    <details className="settle" open={answer?.intent === 'cancel'}>
                      <summary className="btn secondary">Cancel the booking</summary>
                      <Form method="post" className="fstack mt-8">
                        <input type="hidden" name="intent" value="cancel" />
                        <p className="sub">
                          The room, the C-arm and the follow-up are released.{' '}
                          {patient.email === null
                            ? 'The patient has no e-mail: tell them by phone.'
                            : 'The patient gets a letter.'}
                        </p>
                        <TextField
                          id="why"
                          name="why"
                          label="Why"
                          errors={answer?.errors['why']}
                          defaultValue={answer?.intent === 'cancel' ? answer.typed['why'] : ''}
                          autoComplete="off"
                        />
                        <div>
                          <Button variant="danger">Cancel booking and follow-up</Button>
                        </div>
                      </Form>
                    </details>
                  </div>
                ) : null}
              </>
            ) : (
              <div className="pad14 fstack">
                <p className={closed ? 'tx-warn' : 'muted'}>
                  {closed ?? 'Everything is settled. A time can be booked.'}
                </p>
                {isScheduler ? (
                  <div>
                    <ButtonLink to={paths.caseBook(theCase.id)} variant={closed ? 'secondary' : 'primary'}>
                      {closed ? 'See free times' : 'Find a time'}
                    </ButtonLink>
                  </div>
                ) : null}
              </div>
            )}
          </div>
        </div>
      </div>
    </SchedulerFrame>
  )
}
