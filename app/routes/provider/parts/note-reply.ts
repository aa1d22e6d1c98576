import type { NoteBody, NoteKey } from '~/domain/note/note-body'
import type { KeptText } from './note-keeper'

/** What a refused save or signature brings back to the page: nothing that was typed is lost. */
export type NoteReply = {
  message: string
  field?: NoteKey
  /** What the person typed. */
  typed?: NoteBody
  /** What is kept now, when it differs from what the page knew. */
  kept?: KeptText
  /** Text saved elsewhere meanwhile, to compare with. */
  theirs?: NoteBody
}
