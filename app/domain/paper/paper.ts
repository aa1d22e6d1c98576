import type { PaperKind, PaperMediaType } from '../intake/paper-lists'

/** A paper as lists show it: everything but its bytes. */
export type Paper = {
  readonly id: string
  readonly kind: PaperKind
  /** As the person called it, cleaned; its ending says what it is. */
  readonly name: string
  readonly mediaType: PaperMediaType
  /** In bytes. */
  readonly size: number
  readonly uploadedAt: Date
}
