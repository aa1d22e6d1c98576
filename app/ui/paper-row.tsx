import { FileText, Image } from 'lucide-react'
import type { ReactNode } from 'react'
import { paths } from '~/domain/paths'
import type { Paper } from '~/domain/paper/paper'
import { mediaWord, paperKindWords, sizeWords } from '~/domain/paper/paper-words'
import { Icon } from './icon'

type Props = {
  paper: Omit<Paper, 'uploadedAt'>
  /** Says what kind it is; left out where the list holds one kind only. */
  withKind?: boolean
  /** What can be done with it beside opening it. */
  act?: ReactNode
  /** What stands below it. */
  children?: ReactNode
}

/** A line of `<ul className="papers">`: a paper by its name, which saves it on this device. */
export function PaperRow({ paper, withKind, act, children }: Props) {
  return (
    <li>
      <Icon of={paper.mediaType === 'application/pdf' ? FileText : Image} />
      <span className="about">
        <a href={paths.paper(paper.id)} download>
          {paper.name}
        </a>
        <small>
          {withKind ? `${paperKindWords[paper.kind].one} · ` : ''}
          {mediaWord(paper.mediaType)} · {sizeWords(paper.size)}
        </small>
      </span>
      {act}
      {children}
    </li>
  )
}
