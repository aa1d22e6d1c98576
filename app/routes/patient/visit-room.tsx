import { data, redirect, replace } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { callBackPhone } from '~/domain/visit/arrival'
import { careStanding } from '~/domain/visit/care-visit'
import { answerGuest } from '~/features/guest/answer-guest.server'
import { removeGuest } from '~/features/guest/remove-guest.server'
import { beatWaiting } from '~/features/visit/beat-waiting.server'
import { changeCallBack } from '~/features/visit/change-call-back.server'
import { comeBack } from '~/features/visit/come-back.server'
import { leaveWaiting } from '~/features/visit/leave-waiting.server'
import { readCareVisit } from '~/features/visit/read-care-visit.server'
import { stepAway } from '~/features/visit/step-away.server'
import { toPhone } from '~/features/visit/to-phone.server'
import { toVideo } from '~/features/visit/to-video.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { PatientRoom } from '~/ui/visit/patient-room'

export const meta: MetaFunction<typeof loader> = ({ data: seen }) => [
  { title: seen?.visit.state === 'in_visit' ? 'Video visit' : 'Waiting room' },
]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const visit = await readCareVisit(context, { visitId: paramId(args, 'visitId') })
  if (wasRefused(visit)) return noPage()
  const standing = careStanding(visit, context.now)
  if (standing !== 'waiting' && standing !== 'in_visit') throw redirect(paths.careVisit(visit.visitId))
  return { visit }
}

export function shouldRevalidate({
  formData,
  defaultShouldRevalidate,
}: {
  formData?: FormData
  defaultShouldRevalidate: boolean
}) {
  return formData?.get('intent') === 'beat' ? false : defaultShouldRevalidate
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const visitId = paramId(args, 'visitId')
  const form = await args.request.formData()
  const guestId = String(form.get('guestId') ?? '')
  const act = async () => {
    switch (form.get('intent')) {
      case 'beat':
        return beatWaiting(context, { visitId })
      case 'away':
        return stepAway(context, { visitId })
      case 'back':
        return comeBack(context, { visitId })
      case 'leave':
        return leaveWaiting(context, { visitId })
      case 'phone':
        return toPhone(context, { visitId })
      case 'video':
        return toVideo(context, { visitId })
      case 'guest-yes':
        return answerGuest(context, { guestId, yes: true })
      case 'guest-no':
        return answerGuest(context, { guestId, yes: false })
      case 'guest-out':
        return removeGuest(context, { visitId, guestId })
      case 'call-back': {
        const phone = callBackPhone.safeParse(form.get('phone'))
        if (phone.success) return changeCallBack(context, { visitId, phone: phone.data })
        return { problem: phone.error.issues[0]?.message ?? 'Add a phone number we can call' }
      }
      default:
        return noPage()
    }
  }
  const done = await act()
  if ('problem' in done) return data({ problem: done.problem }, { status: 400 })
  if (wasRefused(done) && done.refused === 'missing') return noPage()
  if (form.get('intent') === 'beat') return { problem: undefined }
  return form.get('intent') === 'leave' ? redirect(paths.care()) : replace(paths.careVisitRoom(visitId))
}

export default function Room() {
  const { visit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <PatientRoom visit={visit} problem={answer?.problem} key={visit.visitId} />
}
