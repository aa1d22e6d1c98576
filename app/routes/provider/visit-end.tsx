import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { endVisit } from '~/features/visit/end-visit.server'
import { readStage } from '~/features/visit/read-stage.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Dialog } from '~/ui/dialog'
import { ProviderFrame } from '~/ui/provider/provider-frame'
import { EndWords } from '~/ui/visit/end-words'

export const meta: MetaFunction = () => [{ title: 'End the visit' }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const [stage, watch] = await Promise.all([readStage(context, { visitId }), watchClinic(context)])
  if (wasRefused(stage) || wasRefused(watch)) return noPage()
  if (stage.state === 'ended') throw redirect(paths.visitEnded(visitId))
  if (stage.state !== 'in_visit' || !stage.mine) throw redirect(paths.visit(visitId))
  return { me: context.person, stage, watch }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const visitId = paramId(args, 'visitId')
  const ended = await endVisit(context, { visitId })
  if (!wasRefused(ended)) return redirect(paths.visitEnded(visitId))
  return ended.refused === 'missing' ? noPage() : redirect(paths.visit(visitId))
}

export default function EndVisit() {
  const { me, stage, watch } = useLoaderData<typeof loader>()
  const back = paths.visit(stage.visitId)
  return (
    <ProviderFrame watch={watch} me={me.name} slim title="End the visit">
      <Dialog
        title={`End the visit with ${stage.patient.firstName}?`}
        closeTo={back}
        footer={
          <>
            <Form method="post">
              <Button variant="danger" large>
                End visit
              </Button>
            </Form>
            <ButtonLink to={back} variant="secondary" large>
              Keep talking
            </ButtonLink>
          </>
        }
      >
        <EndWords stage={stage} />
      </Dialog>
    </ProviderFrame>
  )
}
