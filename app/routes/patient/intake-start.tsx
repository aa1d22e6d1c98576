import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { ArrowRight, Check, ClipboardList, OctagonAlert, Phone, Save, Scale, Users } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { byPhoneWords } from '~/domain/intake/by-phone-words'
import { fixedTexts } from '~/domain/intake/emergency-texts'
import { instrument, instrumentOf } from '~/domain/intake/instrument'
import { progressOf } from '~/domain/intake/progress-of'
import { firstOpenStep, stepsOf } from '~/domain/intake/steps'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { sayWhen } from '~/domain/time/say-when'
import { readDraft } from '~/features/intake/read-draft.server'
import { startIntake } from '~/features/intake/start-intake.server'
import { openEmergency } from '~/features/urgent/open-emergency.server'
import { requireContext } from '~/server/require-context.server'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Icon } from '~/ui/icon'
import { PatientPage } from '~/ui/patient-page'
import { PhoneLink } from '~/ui/phone-link'
import { Sheet } from '~/ui/sheet'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { CrisisWords } from './intake-crisis-words'
import { stepPath } from './intake-paths'

export const meta: MetaFunction = () => [{ title: 'Before you start' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  if (await openEmergency(context)) throw redirect(paths.intakeEmergency())
  const { draft, sent } = await readDraft(context)
  const zone = context.person.timeZone
  if (!draft) {
    const when = sent && inSentence(sayWhen(sent.at, zone, { now: context.now }))
    return { draft: null, sent: sent && { ...sent, when } }
  }
  const which = instrumentOf(draft.instrumentVersion)
  const { words } = progressOf(draft.answers, undefined, which)
  const [day = ''] = sayWhen(draft.savedAt, zone, { now: context.now }).split(' · ')
  const saved = `${inSentence(day)}, ${sayTime(draft.savedAt, zone)}`
  const byPhone = draft.calledAt && byPhoneWords(draft.calledAt, zone)
  return { sent: null, draft: { words, saved, byPhone, to: stepPath(firstOpenStep(draft.answers, which)) } }
}

const inSentence = (words: string) => words.replace(/^(Today|Yesterday)/, (day) => day.toLowerCase())

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  if (await openEmergency(context)) throw redirect(paths.intakeEmergency())
  await startIntake(context)
  const { draft } = await readDraft(context)
  const [first] = stepsOf(draft?.answers ?? {}, draft ? instrumentOf(draft.instrumentVersion) : instrument)
  return redirect(stepPath(first))
}

export default function IntakeStart() {
  const { draft, sent } = useLoaderData<typeof loader>()
  const clinic = useClinic()
  useLive()
  return (
    <PatientPage clinic={clinic} step={{ back: paths.care() }} room="sheet">
      {draft ? (
        <>
          <p className="eyebrow">
            <Icon of={Check} />
            All saved, last {draft.saved}
          </p>
          <h1>Go on where you stopped</h1>
          <p className="lede">{draft.words}</p>
          {draft.byPhone ? (
            <Banner icon={Phone} className="mt4">
              <p>
                {draft.byPhone} <Link to={paths.intakeReview()}>See all answers so far</Link>
              </p>
            </Banner>
          ) : null}
        </>
      ) : sent ? (
        <>
          <p className="eyebrow">
            <Icon of={Check} />
            Sent {sent.when}
          </p>
          <h1>You have sent your answers</h1>
          <p className="lede">
            {sent.byPhone ? 'You told us by phone, and we wrote them down. ' : ''}They stay as you sent them. If
            something has changed, you can answer the questions again.
          </p>
          {sent.papers ? (
            <p className="mt-12">
              <Link to={paths.papersSent()}>Papers you sent</Link>
            </p>
          ) : null}
        </>
      ) : (
        <>
          <h1>About 12 minutes, at your own pace</h1>
          <p className="lede">Most people need 8 to 12 minutes. Sit, stand or lie down. Stop any time.</p>
        </>
      )}
      <BeforeTyping />
      <ul className="need mt3">
        {sent ? null : (
          <Fact icon={Save} title="Every answer saves by itself">
            Go on later, on any phone or computer.
          </Fact>
        )}
        <Fact icon={Users} title="Your care team reads them">
          The clinicians who see you. Those who book for you see only what booking needs. No one else.
        </Fact>
        <Fact icon={Scale} title="A set of fixed rules sorts them">
          So that urgent answers reach a clinician first. A clinician decides about your care.
        </Fact>
        {sent ? null : (
          <Fact icon={ClipboardList} title="Good to have near you">
            Your medicines and your insurance card.
          </Fact>
        )}
        <Fact icon={Phone} title="Rather by phone, or with an interpreter?">
          Both are free. Call <PhoneLink clinic={clinic} bare />.
        </Fact>
      </ul>
      {draft ? (
        <Sheet under={<Link to={paths.care()}>Back to My care</Link>}>
          <ButtonLink to={draft.to} large block iconAfter={ArrowRight}>
            Go on with my questions
          </ButtonLink>
        </Sheet>
      ) : (
        <Form method="post">
          {sent ? (
            <Sheet under={<Button variant="quiet">Answer the questions again</Button>}>
              <ButtonLink to={paths.nextStep()} large block>
                See my next step
              </ButtonLink>
            </Sheet>
          ) : (
            <Sheet under={<Link to={paths.care()}>Back to My care</Link>}>
              <Button large block iconAfter={ArrowRight}>
                Start with safety questions
              </Button>
            </Sheet>
          )}
        </Form>
      )}
    </PatientPage>
  )
}

function BeforeTyping() {
  const [first, ...rest] = fixedTexts.beforeTyping.split(/(?<=\.) /)
  return (
    <Banner tone="emergency" icon={OctagonAlert} className="mt4">
      <p>
        <b className="strong">{first}</b> <CrisisWords>{rest.join(' ')}</CrisisWords>
      </p>
    </Banner>
  )
}

function Fact({ icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <li>
      <Icon of={icon} />
      <span>
        <b>{title}</b>
        <span>{children}</span>
      </span>
    </li>
  )
}
