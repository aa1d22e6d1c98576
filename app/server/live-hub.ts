import { recentLiveEvents } from '@db/live-events'
import type { LiveEvent } from '@db/live-events'
import type { Database } from '@db/client'
import type { Logger } from './log'

type Listener = { personId: string; hear: (event: LiveEvent) => void; over: () => void }

const pollEvery = { milliseconds: 250 }
const streamsPerPerson = 12

/** Reads the outbox of live events while somebody listens and hands each event on once, also those committed late. */
export class LiveHub {
  readonly #database: Database
  readonly #log: Logger
  readonly #listeners = new Set<Listener>()
  #seen = new Set<number>()
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(database: Database, log: Logger) {
    this.#database = database
    this.#log = log
  }

  /** Hands over every new event until the returned function is called. The oldest stream of a person over the cap ends. */
  listen(listener: Listener): () => void {
    const own = [...this.#listeners].filter((other) => other.personId === listener.personId)
    if (own.length >= streamsPerPerson) own[0]?.over()
    this.#listeners.add(listener)
    if (this.#closed) listener.over()
    else if (!this.#timer) this.#plan()
    return () => this.#listeners.delete(listener)
  }

  /** Ends every stream; none is accepted any more. */
  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    for (const listener of this.#listeners) listener.over()
    this.#listeners.clear()
  }

  #plan(): void {
    this.#timer = setTimeout(() => void this.#poll(), pollEvery.milliseconds)
    this.#timer.unref()
  }

  async #poll(): Promise<void> {
    try {
      const events = await recentLiveEvents(this.#database)
      const fresh = events.filter((event) => !this.#seen.has(event.id))
      this.#seen = new Set(events.map((event) => event.id))
      for (const event of fresh) for (const listener of this.#listeners) listener.hear(event)
    } catch (error) {
      this.#log.warn({ err: error }, 'live events could not be read')
    }
    this.#timer = undefined
    if (this.#listeners.size > 0 && !this.#closed) this.#plan()
  }
}
