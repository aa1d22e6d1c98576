/** The numbers of the SI pattern: what the sum means, and what holds it up or down. */
export function RulesNumbers({ numbers }: { numbers: readonly { name: string; says: string }[] }) {
  return (
    <section className="panel pn">
      <div className="grp">
        <h2>SI pattern in numbers</h2>
      </div>
      <dl className="nums pad14 rule-t">
        {numbers.map(({ name, says }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
