import { FlaskConical } from 'lucide-react'
import { paths } from '~/domain/paths'
import { Icon } from './icon'

/** Says on every page that nothing here is real, and leads to the demo's mailbox and clock. */
export function DemoRibbon() {
  return (
    <aside className="demo-ribbon" aria-label="Demo">
      <p>
        <Icon of={FlaskConical} />
        <span>
          <b>Demo.</b> <span className="long">Invented people only.</span>
        </span>
      </p>
      <a href={paths.mailbox()}>Mailbox</a>
      <a href={paths.clock()}>Clock</a>
    </aside>
  )
}
