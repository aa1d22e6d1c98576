import { paths } from '~/domain/paths'
import type { Paper } from '~/domain/paper/paper'

/** A photo of a paper, folded; the browser fetches it when it is unfolded. A PDF or HEIC is only saved. */
export function PaperPicture({ paper }: { paper: Omit<Paper, 'uploadedAt'> }) {
  if (paper.mediaType !== 'image/jpeg' && paper.mediaType !== 'image/png') return null
  return (
    <details className="told">
      <summary className="link">
        Show here<span className="sr">: {paper.name}</span>
      </summary>
      <img src={paths.paper(paper.id)} alt={paper.name} loading="lazy" decoding="async" />
    </details>
  )
}
