import type { ToldText } from '~/domain/triage/told-texts'

type Props = { told: { steps: readonly ToldText[]; emergencies: readonly ToldText[]; fixed: readonly ToldText[] } }

/** Every fixed sentence a patient can be told because of a rule. */
export function RulesTold({ told }: Props) {
  return (
    <section className="panel pn" id="told">
      <div className="grp">
        <h2>What patients are told</h2>
        <span>fixed text, no score, no cause, no code</span>
      </div>
      <Texts title="The next step, by urgency" texts={told.steps} />
      <Texts title="On an emergency answer" texts={told.emergencies} />
      <Texts title="Elsewhere" texts={told.fixed} />
    </section>
  )
}

function Texts({ title, texts }: { title: string; texts: readonly ToldText[] }) {
  return (
    <div className="told rule-t">
      <h3>{title}</h3>
      <dl className="rule-kv">
        {texts.map(({ name, lines }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {lines.map((line) => (
                <span key={line} className="ln">
                  {line}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
