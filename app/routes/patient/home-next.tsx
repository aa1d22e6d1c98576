import { fixedTexts } from '~/domain/intake/emergency-texts'
import type { NextStep } from '~/domain/care/next-step'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import type { ClinicContact } from '~/ui/clinic-contact'
import { PhoneLink } from '~/ui/phone-link'
import { SideWords } from '~/ui/side-words'
import { TodoList } from '~/ui/todo-list'

function Lead({ lead, strong }: Pick<NextStep, 'lead' | 'strong'>) {
  const [before, after] = strong ? lead.split(strong) : [lead]
  if (!strong || after === undefined) return <SideWords>{lead}</SideWords>
  return (
    <>
      {before}
      <b className="strong nowrap tx-ink">{strong}</b>
      <SideWords>{after}</SideWords>
    </>
  )
}

/** The one thing to do now, first on the page; an open call stands there before everything else. */
export function HomeNext({ firstName, next, clinic }: { firstName: string; next: NextStep; clinic: ClinicContact }) {
  const urgent = next.key === 'emergency' || next.key === 'call'
  return (
    <section className="hero">
      <p className="eyebrow">{urgent ? `Please read this first, ${firstName}` : `Your next step, ${firstName}`}</p>
      <h1>{next.title}</h1>
      {next.key === 'emergency' ? (
        <Banner tone="emergency" className="mt-12">
          <p>
            Call <a href="tel:911">911</a>. Thinking about harming yourself? Call or text <a href="tel:988">988</a>. A
            clinician calls you, too.
          </p>
        </Banner>
      ) : (
        <p className="lede mt-6">
          <Lead lead={next.lead} strong={next.strong} />
        </p>
      )}
      {next.key === 'call' ? (
        <Banner tone="emergency" className="mt-12">
          <p>
            <b className="strong">
              Worse? Call <a href="tel:911">911</a>:
            </b>{' '}
            {fixedTexts.ifWorse}
          </p>
        </Banner>
      ) : null}
      {next.todo && next.todo.length > 0 ? <TodoList items={[...next.todo]} /> : null}
      {next.action ? (
        <ButtonLink to={next.action.to} large block className={next.todo?.length ? undefined : 'mt4'}>
          {next.action.label}
        </ButtonLink>
      ) : null}
      {next.key === 'missed' || next.key === 'state' ? (
        <p className="lede mt-12">
          Call <PhoneLink clinic={clinic} bare />
        </p>
      ) : null}
    </section>
  )
}
