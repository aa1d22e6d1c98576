import { Link } from '@remix-run/react'
import { paths } from '~/domain/paths'
import { sayTime } from '~/domain/time/say-time'
import { Banner } from '~/ui/banner'
import { useClinic } from '~/ui/use-clinic'
import type { TriageView } from './triage-view'

/** Open calls of this intake; an emergency with the fixed text to say, until somebody closes it in words. */
export function CallBanners({ calls }: Pick<TriageView, 'calls'>) {
  const { timeZone } = useClinic()
  return (
    <>
      {calls.map((call) => (
        <Banner
          key={call.id}
          tone={call.urgency === 'emergency' ? 'emergency' : 'attention'}
          live={call.urgency === 'emergency' ? 'alert' : undefined}
          className="mb-8"
        >
          {call.text ? (
            <>
              <p>
                <b>Say this: {call.text.title}</b> {call.text.lead}
              </p>
              <p>
                To say to {call.text.variant}: “{call.text.say}”.
              </p>
            </>
          ) : null}
          <p>
            {call.mine
              ? 'The call is yours. '
              : call.owned
                ? 'A colleague has the call. '
                : `Call by ${sayTime(call.dueAt, timeZone)}; nobody has it yet. `}
            <Link to={paths.urgentItem(call.id)}>
              {call.mine ? 'Close it in words' : call.owned ? 'Open the call' : 'Take the call'}
            </Link>
          </p>
        </Banner>
      ))}
    </>
  )
}
