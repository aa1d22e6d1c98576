import { Link } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { paths } from '~/domain/paths'
import { StateWord } from '~/ui/state-word'

type Listed = { id: string; title: string; version: string; payers: readonly string[]; unverified: number }

/** Every policy of the version, and how many values nobody found in a text. */
export function PolicyList({ list, current, version }: { list: readonly Listed[]; current: string; version: string }) {
  return (
    <section className="panel pn">
      <div className="grp">
        <h2>Policies</h2>
        <span>{list.length}</span>
      </div>
      <table className="tbl">
        <thead className="sr">
          <tr>
            <th scope="col">Policy</th>
            <th scope="col">Values not found in a text</th>
          </tr>
        </thead>
        <tbody>
          {list.map((policy) => (
            <tr key={policy.id} className={policy.id === current ? 'cur' : undefined}>
              <td>
                <Link
                  className="strong"
                  to={`${paths.adminPolicies()}?version=${version}&policy=${policy.id}`}
                  aria-current={policy.id === current ? 'page' : undefined}
                  preventScrollReset
                >
                  {policy.title}
                </Link>
                <small>
                  {policy.id} · {policy.version}
                </small>
              </td>
              <td className="right nowrap">
                {policy.unverified > 0 ? (
                  <StateWord tone="attention" icon={TriangleAlert}>
                    {policy.unverified} not found
                  </StateWord>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
