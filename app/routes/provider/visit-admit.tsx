import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { overrideForm } from '~/domain/visit/licence-override'
import { admit } from '~/features/visit/admit.server'
import { readStage } from '~/features/visit/read-stage.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { AdmitDialog } from '~/ui/visit/admit-dialog'
import type { AdmitAnswer } from '~/ui/visit/admit-dialog'
import { LicenceDialog } from '~/ui/visit/licence-dialog'
import { ProviderFrame } from '~/ui/provider/provider-frame'

export const meta: MetaFunction = () => [{ title: 'Admit' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const [stage, watch] = await Promise.all([readStage(context, { visitId }), watchClinic(context)])
  if (wasRefused(stage) || wasRefused(watch)) return noPage()
  if (stage.state !== 'waiting') throw redirect(paths.visit(visitId))
  return { me: context.person, stage, watch }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const form = await args.request.formData()
  const typed = { kind: String(form.get('overrideKind') ?? ''), reason: String(form.get('overrideReason') ?? '') }
  const override = overrideForm.safeParse(typed)
  const isOverride = form.has('overrideReason')
  if (isOverride && !override.success) {
    const errors = override.error.flatten().fieldErrors
    return data<AdmitAnswer>({ typed, errors }, { status: 400 })
  }
  const admitted = await admit(context, { visitId, override: isOverride ? override.data : undefined })
  if (!wasRefused(admitted) || admitted.refused === 'not_waiting') return redirect(paths.visit(visitId))
  if (admitted.refused === 'missing') return noPage()
  return data<AdmitAnswer>({ typed, message: admitted.message }, { status: 409 })
}

export default function Admit() {
  const { me, stage, watch } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const needsReason = stage.licence === 'unlicensed' && stage.mine
  return (
    <ProviderFrame watch={watch} me={me.name} title={`Admit ${stage.patient.firstName}`}>
      {needsReason ? <LicenceDialog stage={stage} answer={answer} /> : <AdmitDialog stage={stage} answer={answer} />}
    </ProviderFrame>
  )
}
