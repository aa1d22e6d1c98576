import { mergeNotes } from '~/domain/note/merge-notes'
import type { NoteAnswer } from '~/domain/note/note-answer'
import { changedSections } from '~/domain/note/note-body'
import type { NoteBody, NoteKey } from '~/domain/note/note-body'

const pause = { milliseconds: 800 }
const retry = { milliseconds: 3000 }

export type KeptText = { version: number; body: NoteBody; savedAt: Date | null }

export type NoteView = {
  readonly text: NoteBody
  readonly version: number
  readonly savedAt: Date | null
  readonly state: 'saved' | 'saving' | 'not-saved'
  /** Why saving stopped for good, for example because the note is signed. */
  readonly refusal: string | null
  /** Sections in which this text and one saved elsewhere were brought together. */
  readonly mergedSections: readonly NoteKey[]
}

/** Sends a text based on a version; `last` says that the page is going away. */
export type SendNote = (version: number, body: NoteBody, last: boolean) => Promise<NoteAnswer>

const same = (one: NoteBody, other: NoteBody) => changedSections(one, other).length === 0

/**
 * Keeps a note while it is typed. One save runs at a time; one that fails is tried again; a text saved elsewhere meanwhile
 * is merged, so that nothing of either is lost. Knows nothing of React.
 */
export class NoteKeeper {
  #view: NoteView
  #base: KeptText
  #running: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #send: SendNote
  readonly #listeners = new Set<() => void>()

  constructor(kept: KeptText, typed: NoteBody | undefined, send: SendNote) {
    this.#base = kept
    this.#send = send
    const { version, savedAt } = kept
    this.#view = { text: typed ?? kept.body, version, savedAt, state: 'saved', refusal: null, mergedSections: [] }
  }

  readonly view = (): NoteView => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes what was typed and saves it after a short pause. */
  change(key: NoteKey, words: string): void {
    this.#show({ text: { ...this.#view.text, [key]: words }, refusal: null })
    this.#saveAfter(pause.milliseconds)
  }

  /** Saves what is not saved yet; resolves to whether everything is kept. */
  async settle(): Promise<boolean> {
    clearTimeout(this.#timer)
    this.#running ??= this.#save().finally(() => {
      this.#running = null
    })
    await this.#running
    return this.#isKept()
  }

  /** Takes in a text that was saved elsewhere. */
  absorb(theirs: KeptText): void {
    const { merged, both } = mergeNotes(this.#base.body, this.#view.text, theirs.body)
    const mergedSections = [...new Set([...this.#view.mergedSections, ...both])]
    this.#acknowledge(theirs)
    this.#show({ text: merged, mergedSections })
  }

  /** A person has looked at the merged sections. */
  seen(): void {
    this.#show({ mergedSections: [] })
  }

  /** The page goes away: what is not saved is sent once more. */
  leave(): void {
    clearTimeout(this.#timer)
    if (this.#isKept() || this.#running) return
    void this.#send(this.#base.version, this.#view.text, true).catch(() => undefined)
  }

  #isKept(): boolean {
    return same(this.#view.text, this.#base.body)
  }

  #show(changes: Partial<NoteView>): void {
    this.#view = { ...this.#view, ...changes }
    for (const listener of this.#listeners) listener()
  }

  #acknowledge(kept: KeptText): void {
    this.#base = kept
    this.#show({ version: kept.version, savedAt: kept.savedAt })
  }

  #saveAfter(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.settle(), milliseconds)
  }

  async #save(): Promise<void> {
    while (!this.#isKept()) {
      const sent = this.#view.text
      this.#show({ state: 'saving' })
      try {
        const answer = await this.#send(this.#base.version, sent, false)
        if (answer.kind === 'refused') {
          this.#show({ state: 'not-saved', refusal: answer.message })
          return
        }
        const savedAt = new Date(answer.savedAt)
        if (answer.kind === 'saved') this.#acknowledge({ version: answer.version, body: sent, savedAt })
        else this.absorb({ version: answer.version, body: answer.body, savedAt })
      } catch {
        this.#show({ state: 'not-saved' })
        this.#saveAfter(retry.milliseconds)
        return
      }
    }
    this.#show({ state: 'saved' })
  }
}
