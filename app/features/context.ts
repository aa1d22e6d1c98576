import type { Database, Tx } from '@db/client'
import { withTx } from '@db/tx'
import type { Media } from '~/adapters/livekit.server'
import type { Actor } from '~/domain/people/actor'
import type { Clinic } from '~/domain/people/clinic'
import type { Refusal } from '~/domain/refusal'

/** Everything a verb may know about who asks, when and where: passed in, so that tests pass their own. */
export type Context = {
  readonly actor: Actor
  readonly now: Date
  readonly requestId: string
  readonly clinic: Clinic
  readonly database: Database
  /** The media server, or null when this deployment has none: visits then offer the telephone. */
  readonly media: Media | null
}

/** One guarded transaction with the actor's rights. */
export function transact<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withTx(context.database, context.actor, work)
}

class Undone extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused)
  }
}

/** Like `transact`, for verbs that may have written something when they learn that they must refuse: `undo` rolls all of it back and becomes the answer. */
export async function transactOrUndo<T>(
  context: Context,
  work: (tx: Tx, undo: (refusal: Refusal) => never) => Promise<T>,
): Promise<T | Refusal> {
  try {
    return await transact(context, (tx) =>
      work(tx, (refusal) => {
        throw new Undone(refusal)
      }),
    )
  } catch (error) {
    if (error instanceof Undone) return error.refusal
    throw error
  }
}
