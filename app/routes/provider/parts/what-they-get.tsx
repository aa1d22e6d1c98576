import { CircleCheck, CircleDashed, Phone } from 'lucide-react'
import { firstName } from '~/domain/people/say-names'
import { sayTime } from '~/domain/time/say-time'
import type { Chart } from '~/features/chart/read-chart.server'
import { Icon } from '~/ui/icon'
import { useClinic } from '~/ui/use-clinic'

type Props = { name: string; hasEmail: boolean; signedAt: Date | null; order: Chart['order'] }

/** What reaches the patient after this visit, and when. */
export function WhatTheyGet({ name, hasEmail, signedAt, order }: Props) {
  const { timeZone } = useClinic()
  return (
    <section className="panel pn" aria-labelledby="gets-h">
      <div className="grp">
        <h2 id="gets-h">What {firstName(name)} gets</h2>
      </div>
      <div className="cl">
        <span className={signedAt ? 'ic g' : 'ic w'}>
          <Icon of={signedAt ? CircleCheck : CircleDashed} />
        </span>
        <span>
          <b>Summary in plain words</b>
          <span className="sub">
            {signedAt
              ? hasEmail
                ? `On their page since ${sayTime(signedAt, timeZone)}; a mail tells them`
                : `Written ${sayTime(signedAt, timeZone)}`
              : 'On their page once you sign'}
          </span>
        </span>
      </div>
      {hasEmail ? null : (
        <div className="cl">
          <span className="ic w">
            <Icon of={Phone} />
          </span>
          <span>
            <b>No e-mail: tell by phone</b>
            <span className="sub">No mail goes out and there is no page to sign in to</span>
          </span>
        </div>
      )}
      {order ? (
        <div className="cl">
          <span className="ic g">
            <Icon of={CircleCheck} />
          </span>
          <span>
            <b>Next step: the steps to the injection</b>
            <span className="sub">The schedulers have the case</span>
          </span>
        </div>
      ) : null}
    </section>
  )
}
