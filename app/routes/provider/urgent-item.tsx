import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import { callOutcomeWish, callOutcomeWords } from '~/domain/chart/call-outcomes'
import { rulesBehind } from '~/domain/chart/rules-behind'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { sayWhen } from '~/domain/time/say-when'
import { closeUrgent } from '~/features/urgent/close-urgent.server'
import { takeUrgent } from '~/features/urgent/take-urgent.server'
import { urgentItem } from '~/features/urgent/urgent-item.server'
import { urgentQueue } from '~/features/urgent/urgent-queue.server'
import { diaryAlarms } from '~/features/worklist/diary-alarms.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'
import { ButtonLink } from '~/ui/button-link'
import { ProviderFrame, waitingTitle } from '~/ui/provider/provider-frame'
import { useClinic } from '~/ui/use-clinic'
import { CallOwner } from './parts/call-owner'
import { CallSheet } from './parts/call-sheet'
import { QueueList } from './parts/queue-list'
import { urgentLines } from './parts/urgent-line'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: waitingTitle(page?.watch, 'Same day and emergency') },
]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const itemId = paramId(args, 'itemId')
  const [item, queue, watch] = await Promise.all([
    urgentItem(context, { itemId }),
    urgentQueue(context),
    watchClinic(context),
  ])
  if (wasRefused(item) || wasRefused(watch)) noPage()
  const itemIds = [item, ...queue].filter((entry) => entry.source === 'diary').map((entry) => entry.id)
  const alarms = await diaryAlarms(context, { itemIds: [...new Set(itemIds)] })
  const [line] = urgentLines([item], alarms)
  if (!line) noPage()
  const alarm = alarms.find((one) => one.itemId === itemId) ?? null
  const rules = item.source === 'intake' ? rulesBehind(item.questionKey, item.code) : []
  return { me: context.person, watch, line, alarm, rules, queue: urgentLines(queue, alarms) }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const itemId = paramId(args, 'itemId')
  const form = await args.request.formData()
  if (form.get('intent') === 'take') {
    const taken = await takeUrgent(context, { itemId })
    if (wasRefused(taken) && taken.refused === 'missing') noPage()
    return redirect(paths.urgentItem(itemId))
  }
  const submission = parseWithZod(form, { schema: callOutcomeWish })
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 })
  const { outcome, words } = submission.value
  const closed = await closeUrgent(context, { itemId, outcome: `${callOutcomeWords[outcome].label}. ${words}` })
  if (!wasRefused(closed)) return redirect(paths.urgentItem(itemId))
  if (closed.refused === 'missing') noPage()
  return data(submission.reply({ formErrors: [closed.message] }), { status: 409 })
}

export default function UrgentItem() {
  const { me, watch, line, alarm, rules, queue } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()
  const { timeZone } = useClinic()
  return (
    <ProviderFrame
      watch={watch}
      me={me.name}
      at="worklist"
      fold
      title="Same day and emergency"
      meta={sayWhen(watch.now, timeZone)}
      actions={
        <ButtonLink to={paths.worklist()} variant="secondary" icon={ArrowLeft}>
          Back to the worklist
        </ButtonLink>
      }
    >
      <div className="two side-290">
        <CallSheet
          line={line}
          alarm={alarm}
          rules={rules}
          now={watch.now}
          mine={line.owner?.id === me.id}
          lastResult={lastResult}
        />
        <div className="stack s-14">
          <CallOwner line={line} me={me.id} />
          <QueueList lines={queue} at={line.id} me={me.id} now={watch.now} />
        </div>
      </div>
    </ProviderFrame>
  )
}
