import { paperMaxBytes } from '../intake/paper-lists'
import type { PaperMediaType } from '../intake/paper-lists'
import { heicProblem } from './heic-problem'
import { jpegProblem } from './jpeg-problem'
import type { PaperProblem } from './paper-problem'
import { pdfProblem } from './pdf-problem'
import { pngProblem } from './png-problem'

/** What the bytes may be found to be, and what that is for us. HEIC goes by several names. */
const taken = new Map<string, PaperMediaType>([
  ['application/pdf', 'application/pdf'],
  ['image/jpeg', 'image/jpeg'],
  ['image/png', 'image/png'],
  ['image/apng', 'image/png'],
  ['image/heic', 'image/heic'],
  ['image/heif', 'image/heic'],
  ['image/heic-sequence', 'image/heic'],
  ['image/heif-sequence', 'image/heic'],
])

const problemOf: Record<PaperMediaType, (bytes: Uint8Array) => PaperProblem | null> = {
  'application/pdf': pdfProblem,
  'image/jpeg': jpegProblem,
  'image/png': pngProblem,
  'image/heic': heicProblem,
}

export type PaperCheck =
  | { readonly ok: true; readonly mediaType: PaperMediaType }
  | { readonly ok: false; readonly problem: PaperProblem }

/**
 * Judges a paper by its bytes alone: its name, its ending and what the browser called it count for nothing. `found` is the
 * media type that the first bytes speak for; the whole structure must then agree.
 */
export function checkPaper(bytes: Uint8Array, found: string | undefined): PaperCheck {
  if (bytes.length === 0) return { ok: false, problem: 'empty' }
  if (bytes.length > paperMaxBytes) return { ok: false, problem: 'too_large' }
  const mediaType = taken.get(found ?? '')
  if (mediaType === undefined) return { ok: false, problem: 'other_type' }
  const problem = problemOf[mediaType](bytes)
  return problem === null ? { ok: true, mediaType } : { ok: false, problem }
}
