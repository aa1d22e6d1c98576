import type { ReactNode } from 'react'
import { classes } from '../classes'
import { useDensity } from '../density'

/** One row of numbers; `soft` rows are filled by nobody yet, `sum` rows close a window. */
export type DiaryRow = {
  key: string
  when: ReactNode
  now: ReactNode
  moving?: ReactNode
  relief?: ReactNode
  entered?: ReactNode
  soft?: boolean
  sum?: boolean
}

type Props = {
  rows: readonly DiaryRow[]
  movingName?: string
  withRelief?: boolean
  withEntered?: boolean
  caption: string
}

/** The same numbers as the chart, for everybody who reads numbers rather than curves. */
export function DiaryTable({ rows, movingName, withRelief, withEntered, caption }: Props) {
  const staff = useDensity() === 'staff'
  const number = staff ? 'num' : 'n'
  return (
    <table className={staff ? 'tbl dense' : 'pt-tbl'}>
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col" className={number}>
            {staff ? 'Pain' : 'Now'}
          </th>
          {movingName ? (
            <th scope="col" className={number}>
              {movingName}
            </th>
          ) : null}
          {withRelief ? (
            <th scope="col" className={number}>
              Relief
            </th>
          ) : null}
          {withEntered ? (
            <th scope="col" className="ind">
              Entered
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={classes(row.soft && 'gap', row.sum && 'sum')}>
            <td>{row.when}</td>
            <td className={classes(number, staff && 'strong')}>{row.now}</td>
            {movingName ? <td className={classes(number, !staff && 'dia')}>{row.moving ?? '–'}</td> : null}
            {withRelief ? <td className={number}>{row.relief ?? '–'}</td> : null}
            {withEntered ? <td className="ind">{row.entered}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
