import { aJpeg, aPdf } from '../factories/tiny-papers'
import type { Actor } from '~/domain/people/actor'
import { addPaper } from '~/features/intake/add-paper.server'
import { listPapers } from '~/features/intake/list-papers.server'
import { readPaper } from '~/features/intake/read-paper.server'
import { removePaper } from '~/features/intake/remove-paper.server'
import type { Run } from './journey'

/** Hands in two papers for a draft, takes one back, and looks at the other. */
export async function handInPapers(run: Run, patient: Actor, at: Date, intakeId: string): Promise<void> {
  const wish = { intakeId, name: 'Journey Sample.pdf' }
  const report = await run(addPaper, patient, at, { ...wish, kind: 'imaging_report', bytes: aPdf() })
  const card = await run(addPaper, patient, at, { ...wish, kind: 'insurance_card', bytes: aJpeg() })
  await run(removePaper, patient, at, { paperId: card.id })
  await run(listPapers, patient, at, { intakeId })
  await run(readPaper, patient, at, { paperId: report.id })
}
