import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wasRefused } from '~/domain/refusal'
import { dayOf } from '~/domain/time/day-of'
import { sayLongDay } from '~/domain/time/say-day'
import { sayTime } from '~/domain/time/say-time'
import { sayZone } from '~/domain/time/say-zone'
import { linesForClinician } from '~/features/case/lines-for-clinician.server'
import { listOverrides } from '~/features/triage/list-overrides.server'
import { urgentQueue } from '~/features/urgent/urgent-queue.server'
import { diaryAlarms } from '~/features/worklist/diary-alarms.server'
import { watchClinic } from '~/features/worklist/watch-clinic.server'
import { worklist } from '~/features/worklist/worklist.server'
import { noPage } from '~/server/no-page.server'
import { requireContext } from '~/server/require-context.server'
import { ProviderFrame, waitingTitle } from '~/ui/provider/provider-frame'
import { useClinic } from '~/ui/use-clinic'
import { DiaryAlarmList } from './parts/diary-alarm-list'
import { LinesToSettle } from './parts/lines-to-settle'
import { NotesToSign } from './parts/notes-to-sign'
import { OverridesToReview } from './parts/overrides-to-review'
import { TodayTable } from './parts/today-table'
import { urgentLines } from './parts/urgent-line'
import { UrgentTable } from './parts/urgent-table'
import { WaitingList } from './parts/waiting-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: waitingTitle(data?.watch, 'Worklist') }]

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'provider')
  const [watch, day, queue, cases, overrides] = await Promise.all([
    watchClinic(context),
    worklist(context),
    urgentQueue(context),
    linesForClinician(context),
    listOverrides(context),
  ])
  if (wasRefused(watch) || wasRefused(day)) noPage()
  const itemIds = queue.filter((entry) => entry.source === 'diary').map((entry) => entry.id)
  const lines = urgentLines(queue, await diaryAlarms(context, { itemIds }))
  return { me: context.person, watch, day, lines, cases, overrides }
}

export default function Worklist() {
  const { me, watch, day, lines, cases, overrides } = useLoaderData<typeof loader>()
  const { timeZone } = useClinic()
  const now = watch.now
  return (
    <ProviderFrame
      watch={watch}
      me={me.name}
      at="worklist"
      fold
      title={sayLongDay(dayOf(now, timeZone))}
      meta={
        <>
          <b className="strong tx-ink">{sayTime(now, timeZone)}</b> {sayZone(timeZone, now)}
        </>
      }
      bodyClass="worklist"
    >
      <WaitingList watch={watch} />
      <UrgentTable lines={lines} now={now} me={me.id} />
      <aside aria-label="To finish">
        <NotesToSign notes={day.unsigned} now={now} />
        <LinesToSettle lines={cases} now={now} />
        <DiaryAlarmList lines={lines} />
        <OverridesToReview overrides={overrides} />
      </aside>
      <TodayTable visits={day.today} now={now} />
    </ProviderFrame>
  )
}
