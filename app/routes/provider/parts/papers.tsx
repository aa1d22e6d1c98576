import type { Paper } from '~/domain/paper/paper'
import { PaperPicture } from '~/ui/paper-picture'
import { PaperRow } from '~/ui/paper-row'

/** What the patient handed in with the intake: each opens as a file, a picture also here on the page. */
export function Papers({ papers }: { papers: readonly Paper[] }) {
  if (papers.length === 0) return null
  return (
    <section className="mt-10">
      <h3 className="fs-sm">{papers.length === 1 ? '1 paper' : `${papers.length} papers`}</h3>
      <ul className="papers" aria-label="Papers from the patient">
        {papers.map((paper) => (
          <PaperRow key={paper.id} paper={paper} withKind>
            <PaperPicture paper={paper} />
          </PaperRow>
        ))}
      </ul>
    </section>
  )
}
