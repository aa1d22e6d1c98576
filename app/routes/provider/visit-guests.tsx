import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { invitationForm } from '~/domain/visit/invitation'
import { admitGuest } from '~/features/guest/admit-guest.server'
import { inviteGuest } from '~/features/guest/invite-guest.server'
import { removeGuest } from '~/features/guest/remove-guest.server'
import { readStage } from '~/features/visit/read-stage.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import type { SignedIn } from '~/server/require-context.server'
import { ButtonLink } from '~/ui/button-link'
import { ProviderFrame } from '~/ui/provider/provider-frame'
import { GuestInvitation } from '~/ui/visit/guest-invitation'
import type { InvitationAnswer } from '~/ui/visit/guest-invitation'
import { GuestList } from '~/ui/visit/guest-list'

export const meta: MetaFunction = () => [{ title: 'Guests of this visit' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const [stage, watch] = await Promise.all([readStage(context, { visitId }), watchClinic(context)])
  if (wasRefused(stage) || wasRefused(watch)) return noPage()
  return { me: context.person, stage, watch }
}

async function invite(context: SignedIn, visitId: string, form: FormData) {
  const submission = parseWithZod(form, { schema: invitationForm })
  const typed = {
    kind: String(form.get('kind') ?? ''),
    name: String(form.get('name') ?? ''),
    email: String(form.get('email') ?? ''),
  }
  if (submission.status !== 'success')
    return data<InvitationAnswer>({ errors: submission.error ?? {}, typed }, { status: 400 })
  const invited = await inviteGuest(context, { visitId, ...submission.value })
  if (!wasRefused(invited)) {
    const link = `${context.clinic.origin}${paths.guestJoin(invited.token)}`
    return data<InvitationAnswer>({ typed: null, link, sentTo: submission.value.email !== undefined })
  }
  return invited.refused === 'missing'
    ? noPage()
    : data<InvitationAnswer>({ message: invited.message, typed }, { status: 409 })
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const form = await args.request.formData()
  const guestId = String(form.get('guestId') ?? '')
  const intent = form.get('intent')
  if (intent === 'invite') return invite(context, visitId, form)
  if (intent !== 'admit' && intent !== 'remove') return noPage()
  const done = await (intent === 'admit' ? admitGuest : removeGuest)(context, { visitId, guestId })
  if (!wasRefused(done)) return redirect(paths.visit(visitId))
  return done.refused === 'missing'
    ? noPage()
    : data<InvitationAnswer>({ typed: null, message: done.message }, { status: 409 })
}

export default function Guests() {
  const { me, stage, watch } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const address = paths.visitGuests(stage.visitId)
  return (
    <ProviderFrame
      watch={watch}
      me={me.name}
      slim
      title={`Guests of ${stage.patient.firstName}’s visit`}
      bodyClass="pad-16-20"
    >
      <div className="stack s-16 guests-page">
        <GuestList stage={stage} FormIn={Form} action={address} />
        {stage.mine ? <GuestInvitation stage={stage} FormIn={Form} action={address} answer={answer} /> : null}
        <p>
          <ButtonLink to={paths.visit(stage.visitId)} variant="secondary">
            Back to the visit
          </ButtonLink>
        </p>
      </div>
    </ProviderFrame>
  )
}
