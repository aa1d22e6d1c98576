import { Link } from '@remix-run/react'
import { ChevronRight, ClipboardList, FileText, NotebookPen, Paperclip } from 'lucide-react'
import { Icon } from '~/ui/icon'

export type HomeLink = { kind: 'prepare' | 'diary' | 'papers' | 'summary'; to: string }

const looks = {
  prepare: { icon: ClipboardList, title: 'How to get ready', note: 'For your injection' },
  diary: { icon: NotebookPen, title: 'My pain diary', note: 'Your own numbers' },
  papers: { icon: Paperclip, title: 'Papers you sent', note: 'With your answers' },
  summary: { icon: FileText, title: 'My visit summary', note: 'In your clinician’s words' },
}

/** What there is to read, on the home page; nothing when there is nothing yet. */
export function HomeLinks({ links }: { links: readonly HomeLink[] }) {
  if (links.length === 0) return null
  return (
    <>
      <h2 className="mt-6">Your papers</h2>
      <ul className="links">
        {links.map(({ kind, to }) => (
          <li key={kind}>
            <Link to={to}>
              <Icon of={looks[kind].icon} />
              <span>
                {looks[kind].title}
                <small>{looks[kind].note}</small>
              </span>
              <Icon of={ChevronRight} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
