import { createHash } from 'node:crypto'
import { and, count, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '@db/audit'
import type { Tx } from '@db/client'
import { readPapers } from '@db/read-papers'
import { intakeFiles } from '@db/schema/intake'
import { foundType } from '~/adapters/file-type.server'
import { paperMaxBytes, papersAtMost } from '~/domain/intake/paper-lists'
import type { PaperKind, PaperMediaType } from '~/domain/intake/paper-lists'
import type { Paper } from '~/domain/paper/paper'
import { checkPaper } from '~/domain/paper/paper-check'
import { paperName } from '~/domain/paper/paper-name'
import { paperProblems } from '~/domain/paper/paper-problem'
import type { PaperProblem } from '~/domain/paper/paper-problem'
import { withoutPlace } from '~/domain/paper/without-place'
import { refuse, wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { transact } from '~/features/context'
import type { Context } from '~/features/context'
import { keepPaperAnswer } from './keep-paper-answer'
import { lockPaperDraft } from './lock-paper-draft'
import type { PaperDraft } from './lock-paper-draft'

/** What was handed over: how it was called and what it holds count, what it claims to be does not. */
export type PaperWish = { intakeId: string; kind: PaperKind; name: string; bytes: Uint8Array }

/** Of one intake, those taken back included: nobody fills the disk by adding and removing. */
const mostEver = 4 * papersAtMost

const no = (problem: PaperProblem): Refusal<PaperProblem> => refuse(problem, paperProblems[problem])

/**
 * Adds a paper to the person's own draft, judged by its bytes; a photo loses where it was taken. The answer `papers`
 * changes in the same transaction. The same bytes again give back the paper that is there already.
 */
export async function addPaper(
  context: Context,
  wish: PaperWish,
): Promise<Paper | Refusal<PaperProblem | 'missing' | 'submitted'>> {
  if (wish.bytes.length > paperMaxBytes) return no('too_large')
  const found = await foundType(wish.bytes)
  const bytes = withoutPlace(wish.bytes, found)
  const check = checkPaper(bytes, found)
  if (!check.ok) return no(check.problem)
  return transact(context, async (tx) => {
    const draft = await lockPaperDraft(tx, context, wish.intakeId)
    if (wasRefused(draft)) return draft
    return keep(tx, context, draft, { ...wish, bytes, mediaType: check.mediaType })
  })
}

async function keep(
  tx: Tx,
  context: Context,
  draft: PaperDraft,
  { kind, name, bytes, mediaType }: PaperWish & { mediaType: PaperMediaType },
): Promise<Paper | Refusal<PaperProblem>> {
  const { id: intakeId, patientId } = draft
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const standing = await readPapers(tx, intakeId)
  const [same] = await tx
    .select({ id: intakeFiles.id })
    .from(intakeFiles)
    .where(and(eq(intakeFiles.intakeId, intakeId), eq(intakeFiles.sha256, sha256), isNull(intakeFiles.removedAt)))
  const known = standing.find(({ id }) => id === same?.id)
  const about = { patientId, thing: 'paper' }
  if (known) {
    await recordAudit(tx, context, { did: 'paper.add_again', ...about, thingId: known.id })
    return known
  }
  const [ever] = await tx.select({ papers: count() }).from(intakeFiles).where(eq(intakeFiles.intakeId, intakeId))
  const problem = standing.length >= papersAtMost ? 'too_many' : (ever?.papers ?? 0) >= mostEver ? 'too_often' : null
  if (problem) {
    await recordAudit(tx, context, { did: 'paper.refuse', patientId, thing: 'intake', thingId: intakeId })
    return no(problem)
  }
  const [added] = await tx
    .insert(intakeFiles)
    .values({
      intakeId,
      patientId,
      kind,
      name: paperName(name, mediaType),
      mediaType,
      size: bytes.length,
      sha256,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      uploadedAt: context.now,
      uploadedBy: context.actor.id,
    })
    .returning({ id: intakeFiles.id })
  const papers = await keepPaperAnswer(tx, context, draft)
  await recordAudit(tx, context, { did: 'paper.add', ...about, thingId: added?.id })
  const paper = papers.find(({ id }) => id === added?.id)
  if (!paper) throw new Error('A paper was added and is gone within one transaction.')
  return paper
}
