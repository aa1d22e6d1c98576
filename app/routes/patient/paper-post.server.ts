import { paperKinds, paperMaxBytes, papersAtMost } from '~/domain/intake/paper-lists'
import type { PaperKind } from '~/domain/intake/paper-lists'
import { isOpaqueId } from '~/domain/opaque-id'
import type { Paper } from '~/domain/paper/paper'
import { paperProblems } from '~/domain/paper/paper-problem'
import { wasRefused } from '~/domain/refusal'
import type { Context } from '~/features/context'
import { addPaper } from '~/features/intake/add-paper.server'
import { readUpload } from '~/server/read-upload.server'
import { inTurn } from '~/server/turns.server'

/** Forms with papers that one person may be sending at the same moment. */
const mostAtOnce = 3

const longestShown = 80

/** A paper that was not taken, by the name the person knows it by, and what to do about it. */
export type PaperTrouble = { readonly kind: PaperKind; readonly name: string; readonly message: string }

export type TakenPapers = {
  papers: Paper[]
  troubles: PaperTrouble[]
  /** The questions were sent or closed meanwhile. */
  gone: 'missing' | 'submitted' | null
  intent: string | undefined
}

/**
 * Takes the papers of a form, each for itself: one that is refused does not stop the others. The name of its field says
 * what kind a paper is, the field `intake` before them which questions they belong to. Null: the form could not be read.
 */
async function takeAll(context: Context, request: Request): Promise<TakenPapers | null> {
  const taken: Omit<TakenPapers, 'intent'> = { papers: [], troubles: [], gone: null }
  const limits = { bytes: paperMaxBytes, files: papersAtMost }
  const read = await readUpload(request, limits, async ({ field, name, bytes }, fields) => {
    const kind = paperKinds.find((each) => each === field)
    const intakeId = fields.get('intake') ?? ''
    if (!kind || taken.gone) return
    const refused = (message: string) =>
      void taken.troubles.push({ kind, name: [...name].slice(0, longestShown).join(''), message })
    if (!isOpaqueId(intakeId)) return void (taken.gone = 'missing')
    if (bytes === null) return refused(paperProblems.too_large)
    const added = await addPaper(context, { intakeId, kind, name, bytes })
    if (!wasRefused(added)) taken.papers.push(added)
    else if (added.refused === 'missing' || added.refused === 'submitted') taken.gone = added.refused
    else refused(added.message)
  })
  if (!read) return null
  if (read.tooMany) taken.troubles.push({ kind: 'other', name: 'More papers', message: paperProblems.too_many })
  return { ...taken, intent: read.fields.get('intent') }
}

/** Takes the papers of a form while it arrives. `busy`: this person is sending too many forms at once; null: unreadable. */
export async function takePapers(context: Context, request: Request): Promise<TakenPapers | 'busy' | null> {
  const turn = await inTurn(context.actor.id, mostAtOnce, async () => ({ taken: await takeAll(context, request) }))
  return turn === null ? 'busy' : turn.taken
}
