import type { DropOff, QuestionPace } from '~/domain/intake/drop-off'
import { sayShyCount } from '~/domain/intake/shy-count'
import type { ShyCount } from '~/domain/intake/shy-count'
import { Bar } from '~/ui/bar'
import { classes } from '~/ui/classes'
import { TableScroll } from '~/ui/table-scroll'

type Told = Extract<DropOff, { kind: 'told' }>

const least = (count: ShyCount) => (count === 'few' ? 0 : count.least)

function length(seconds: number | null): string {
  if (seconds === null) return '–'
  return seconds < 90 ? `${Math.round(seconds)} s` : `${(seconds / 60).toFixed(1)} min`
}

/** Every question in its order: who saw it, who answered, who stopped there, how long it took. */
export function DropOffTable({ dropOff }: { dropOff: Told }) {
  const all = Math.max(1, least(dropOff.begun))
  return (
    <section className="panel pn mt-16">
      <div className="grp">
        <h2>Question by question</h2>
        <span>{dropOff.parts.reduce((sum, part) => sum + part.questions.length, 0)} questions</span>
      </div>
      <TableScroll label="Question by question">
        <table className="tbl dense pace">
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">
                <span className="sr">Share who saw it</span>
              </th>
              <th scope="col" className="num">
                Shown
              </th>
              <th scope="col" className="num">
                Answered
              </th>
              <th scope="col" className="num">
                Left here
              </th>
              <th scope="col" className="num">
                Median time
              </th>
            </tr>
          </thead>
          {dropOff.parts.map((part) => (
            <tbody key={part.title}>
              <tr className="gh">
                <th scope="rowgroup" colSpan={2}>
                  {part.title}
                </th>
                <td className="num">{sayShyCount(part.reached)}</td>
                <td className="num">–</td>
                <td className="num">{sayShyCount(part.left)}</td>
                <td className="num">–</td>
              </tr>
              {part.questions.map((question) => (
                <Row key={question.key} question={question} all={all} />
              ))}
            </tbody>
          ))}
        </table>
      </TableScroll>
    </section>
  )
}

function Row({ question, all }: { question: QuestionPace; all: number }) {
  const { key, label, required, shown, answered, left, medianSeconds } = question
  return (
    <tr>
      <th scope="row">
        {label}
        <small>
          {key}
          {required ? null : ' · may stay empty'}
        </small>
      </th>
      <td>
        <Bar share={least(shown) / all} />
      </td>
      <td className="num">{sayShyCount(shown)}</td>
      <td className="num">{sayShyCount(answered)}</td>
      <td className={classes('num', left !== 'few' && left.least > 0 && 'wk tx-warn')}>{sayShyCount(left)}</td>
      <td className="num">{length(medianSeconds)}</td>
    </tr>
  )
}
