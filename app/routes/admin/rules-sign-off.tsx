import { ShieldAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SignOff } from '~/domain/triage/sign-off'
import { sayDate } from '~/domain/time/say-date'
import { sayDay } from '~/domain/time/say-day'
import { ButtonLink } from '~/ui/button-link'
import { Icon } from '~/ui/icon'
import { Node } from '~/ui/node'
import { useClinic } from '~/ui/use-clinic'
import { rulesPath } from './rules-path'
import type { RulesWish } from './rules-path'

type Props = {
  set: { version: string; since: string; owner: string; hash: string; isInForce: boolean }
  signOff: SignOff
  /** The last comparison with the version before; null when it never ran, or ran over other words. */
  run: { at: Date; by: string; changed: number } | null
  hasPrevious: boolean
  wish: RulesWish
}

/** How far a version has come: run, read, signed, in force. */
export function RulesSignOff({ set, signOff, run, hasPrevious, wish }: Props) {
  const { timeZone } = useClinic()
  const isSigned = signOff.state === 'signed'
  return (
    <section className="panel pn" id="sign-off">
      <div className="grp">
        <h2>Sign-off</h2>
        <span>
          content <code title={set.hash}>{set.hash.slice(0, 12)}</code>
        </span>
      </div>
      {signOff.state === 'differs' ? (
        <div className="nt bad flat rule-t" role="alert">
          <Icon of={ShieldAlert} />
          <div>
            <b>Not the words that were signed.</b> {signOff.name}, {signOff.title}, signed version {set.version} on{' '}
            {sayDate(signOff.at, timeZone)} with the content <code>{signOff.hash.slice(0, 12)}</code>. Have these rules
            read and signed.
          </div>
        </div>
      ) : null}
      <ol className="vth pad14">
        {hasPrevious ? (
          <Step
            state={run ? 'done' : 'now'}
            title={run ? `Run over stored intakes: ${run.changed} changed` : 'Run over stored intakes'}
          >
            {run ? `${run.by}, ${sayDate(run.at, timeZone)}` : 'Not with these words yet'}
          </Step>
        ) : null}
        <Step
          state={isSigned ? 'done' : 'now'}
          title={isSigned ? 'Clinical owner has signed' : 'Clinical owner signs'}
          act={
            isSigned ? null : (
              <ButtonLink className="no-print" to={rulesPath({ ...wish, sign: true })} preventScrollReset>
                Record it
              </ButtonLink>
            )
          }
        >
          {isSigned ? (
            <>
              {signOff.name}, {signOff.title}, {sayDate(signOff.at, timeZone)}
              {signOff.note ? <> · {signOff.note}</> : null}
            </>
          ) : (
            set.owner
          )}
        </Step>
        <Step state={set.isInForce ? 'done' : 'next'} title={set.isInForce ? 'In force' : 'Was in force'}>
          since {sayDay(set.since)}
          {set.isInForce && !isSigned ? ', awaiting the sign-off' : null}
        </Step>
      </ol>
    </section>
  )
}

function Step({
  state,
  title,
  act,
  children,
}: {
  state: 'done' | 'now' | 'next'
  title: string
  act?: ReactNode
  children: ReactNode
}) {
  return (
    <li className={state}>
      <Node state={state} />
      <div>
        <b>{title}</b>
        <span className="sub">{children}</span>
      </div>
      {act}
    </li>
  )
}
