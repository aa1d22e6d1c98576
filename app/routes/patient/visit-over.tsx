import { paths } from '~/domain/paths'
import type { VisitState } from '~/domain/visit/visit'
import { ButtonLink } from '~/ui/button-link'

type Props = { visitId: string; state: VisitState; day: string; time: string; provider: string; followUp: boolean }

/** A visit that does not stand any more: what became of it, and what to do next. */
export function VisitOver({ visitId, state, day, time, provider, followUp }: Props) {
  const what = `${day} · ${time} with ${provider}.`
  if (state === 'ended') {
    return (
      <section className="hero">
        <h1>Your visit has taken place</h1>
        <p className="lede mt-6">{what}</p>
        <ButtonLink to={paths.careVisitSummary(visitId)} large block className="mt4">
          Read my summary
        </ButtonLink>
      </section>
    )
  }
  const missed = state === 'no_show'
  return (
    <section className="hero">
      <h1>{missed ? 'You missed this visit' : 'This visit is cancelled'}</h1>
      <p className="lede mt-6">
        {what} {missed ? 'That can happen.' : 'The time is free again. Your answers stay.'}
        {followUp ? ' Please call us for a new time.' : ''}
      </p>
      <ButtonLink to={followUp ? paths.care() : paths.book()} large block className="mt4">
        {followUp ? 'Back to my care' : 'Choose a new time'}
      </ButtonLink>
    </section>
  )
}
