import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { emptyMessage } from '~/domain/intake/empty-message'
import { instrumentOf, questionOf } from '~/domain/intake/instrument'
import { parseFormAnswer } from '~/domain/intake/parse-form-answer'
import { firstOpenPhoneQuestion } from '~/domain/intake/phone-questions'
import { wrongMessage } from '~/domain/intake/wrong-message'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { sayTime } from '~/domain/time/say-time'
import { urgentReplies } from '~/domain/urgent/urgent-lists'
import { correctAnswer } from '~/features/intake/correct-answer.server'
import { readPhoneIntake } from '~/features/intake/read-phone-intake.server'
import type { PhoneIntake } from '~/features/intake/read-phone-intake.server'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { replyUrgent } from '~/features/urgent/reply-urgent.server'
import { textsIn } from '~/ui/intake/intake-values'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import type { SignedIn } from '~/server/require-context.server'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { CallRed } from './call-red'
import { CallSecondQuestion } from './call-second-question'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.text.title ?? 'Call 911 now' }]

async function read(context: SignedIn, args: LoaderFunctionArgs | ActionFunctionArgs) {
  const intake = await readPhoneIntake(context, { intakeId: paramId(args, 'intakeId') })
  if (wasRefused(intake)) return noPage()
  return { intake, emergency: await openEmergency(context, { patientId: intake.patient.id }) }
}

/** Where the call goes on once no emergency is open. */
function goOn(intake: PhoneIntake, query = ''): string {
  if (intake.submittedAt) return paths.callSent(intake.id)
  const at = firstOpenPhoneQuestion(intake.answers, instrumentOf(intake.instrumentVersion))
  return at ? `${paths.callStep(intake.id, at.question.key)}${query}` : paths.callReview(intake.id)
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const { intake, emergency } = await read(context, args)
  if (!emergency) throw redirect(goOn(intake))
  const zone = context.clinic.timeZone
  const say = (at: Date | null) => at && sayTime(at, zone)
  const { text, reply, question, takenBy } = emergency
  return {
    intakeId: intake.id,
    patient: intake.patient,
    text,
    reply,
    question: intake.submittedAt ? null : question,
    takenBy,
    opened: say(emergency.openedAt),
    due: say(emergency.dueAt),
    taken: say(emergency.takenAt),
    replied: say(emergency.repliedAt),
    late: emergency.dueAt < context.now,
  }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'scheduler')
  const { intake, emergency } = await read(context, args)
  if (!emergency) return redirect(goOn(intake))
  const patientId = intake.patient.id
  const here = paths.callEmergency(intake.id)
  const form = await args.request.formData()
  const reply = urgentReplies.find((each) => each === form.get('said'))
  if (reply) {
    await replyUrgent(context, { itemId: emergency.id, patientId, reply })
    return redirect(here)
  }
  const { question } = emergency
  if (!question || !form.has('shown')) return redirect(here)
  const which = instrumentOf(question.version)
  const texts = textsIn(form, question.key)
  const given = parseFormAnswer(question.key, texts, which)
  if (!given.ok) return data({ texts, error: wrongMessage(question.key, given.message, which) }, { status: 400 })
  if (given.value === undefined)
    return data({ texts, error: emptyMessage(questionOf(question.key, which)) }, { status: 400 })
  const corrected = await correctAnswer(context, { itemId: emergency.id, patientId, value: given.value })
  if (!wasRefused(corrected) && corrected.outcome !== 'corrected') return redirect(`${here}?again=${corrected.outcome}`)
  return redirect(goOn(intake, '?corrected'))
}

const replies = { called_911: 'calls 911', going_to_er: 'goes to the emergency room' }
const again = {
  same: 'The same answer again. Say: “Please call now. We call you, too.”',
  still: 'The answer is changed. It still needs help now. Say: “Please call now. We call you, too.”',
}

export default function CallEmergency() {
  const page = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const clinic = useClinic()
  const [search] = useSearchParams()
  useLive()
  const { patient, question } = page
  const asksAgain = failed !== undefined || search.has('wrong')
  const outcome = search.get('again')
  return (
    <CallRed text={page.text} patient={patient} clinic={clinic} done={<Done {...page} />} asking={asksAgain}>
      {(outcome === 'same' || outcome === 'still') && !asksAgain ? (
        <p className="mt-6" role="status">
          {again[outcome]}
        </p>
      ) : null}
      {page.reply ? null : (
        <Form method="post" className="em-tell">
          <p className="strong">What does {patient.name} say?</p>
          <div className="pair">
            <button className="pick" name="said" value="called_911">
              Calls 911
            </button>
            <button className="pick" name="said" value="going_to_er">
              Goes to the ER
            </button>
          </div>
        </Form>
      )}
      {question && asksAgain ? (
        <CallSecondQuestion question={question} intakeId={page.intakeId} failed={failed} />
      ) : null}
      <p className="row wrap mt-14">
        {question && !asksAgain ? (
          <Link className="tap" to="?wrong#wrong">
            I entered the wrong answer
          </Link>
        ) : null}
        <Link className="tap" to={paths.calls()}>
          Back to calls
        </Link>
      </p>
    </CallRed>
  )
}

type Facts = ReturnType<typeof useLoaderData<typeof loader>>

function Done({ patient, opened, due, taken, takenBy, reply, replied, late }: Facts) {
  return (
    <p className="strong" role="status">
      {takenBy && taken
        ? `${takenBy} took this at ${taken} and calls ${patient.name}.`
        : `The on-call clinician was paged at ${opened}. ${late ? 'Nobody has taken it yet: fetch one.' : `Somebody calls by ${due}.`}`}{' '}
      {reply && replied ? `${patient.name} ${replies[reply]}, said at ${replied}. ` : ''}
      The answers are saved.
    </p>
  )
}
