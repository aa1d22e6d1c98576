import type { QuestionKey } from '~/domain/intake/instrument'
import type { ConflictView, SaveReply } from './intake-reply'

export type AutosaveState = {
  readonly state: 'saved' | 'saving' | 'not-saved'
  readonly savedAt: Date | null
  /** Nothing came back the last time: the page tries again by itself. */
  readonly unreachable: boolean
  readonly signedOut: boolean
  /** How many answers wait on this page. */
  readonly waiting: number
  readonly problems: Partial<Record<QuestionKey, string>>
  readonly conflicts: readonly ConflictView[]
}

type Versions = Partial<Record<QuestionKey, number>>
type Answer = { key: QuestionKey; texts: string[]; base: number }
export type SaveWish = { intakeId: string; answers: Answer[] }
type Reply = Exclude<SaveReply, { gone: string }>

type Options = {
  intakeId: string
  savedAt: Date | null
  /** Sends once. 'signed-out' when the session has ended; rejects when nothing came back. */
  send: (wish: SaveWish) => Promise<SaveReply | 'signed-out'>
  onEmergency: () => void
  onGone: () => void
  /** Runs `work` later; returns what takes it back. */
  later?: (work: () => void, milliseconds: number) => () => void
}

const retryAfter = [1, 2, 4, 8, 15].map((seconds) => seconds * 1000)

function byTimer(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds)
  return () => clearTimeout(timer)
}

/**
 * Keeps answers as they are given: one request at a time, the newest answer of each question, and the same request again
 * until it is acknowledged, so that a lost reply never looks like another device. What is unsent lives only in memory.
 */
export function createAutosave({ intakeId, savedAt, send, onEmergency, onGone, later = byTimer }: Options) {
  const bases: Versions = {}
  const waiting = new Map<QuestionKey, string[]>()
  const listeners = new Set<() => void>()
  let sending: Answer[] = []
  let failures = 0
  let running: Promise<void> | null = null
  let takeBack = () => {}
  let current: AutosaveState = {
    state: 'saved',
    savedAt,
    unreachable: false,
    signedOut: false,
    waiting: 0,
    problems: {},
    conflicts: [],
  }

  const show = (change: Partial<AutosaveState>) => {
    current = { ...current, ...change, waiting: waiting.size + sending.length, unreachable: failures > 0 }
    for (const listener of listeners) listener()
  }
  const plan = (milliseconds: number) => {
    takeBack()
    takeBack = later(() => void flush(), milliseconds)
  }
  const without = (keys: Iterable<QuestionKey>) => {
    const problems = { ...current.problems }
    for (const key of keys) delete problems[key]
    return problems
  }

  const accept = (reply: Reply) => {
    const problems = without(sending.map(({ key }) => key))
    for (const { key, message } of reply.problems) if (!waiting.has(key)) problems[key] = message
    const conflicts = reply.conflicts.map(({ theirs, ...rest }) => ({
      ...rest,
      theirs: { ...theirs, at: theirs.at === null ? null : new Date(theirs.at) },
    }))
    sending = []
    failures = 0
    Object.assign(bases, reply.versions)
    const open = waiting.size > 0 ? 'saving' : Object.keys(problems).length > 0 ? 'not-saved' : 'saved'
    show({
      state: open,
      savedAt: new Date(reply.savedAt),
      signedOut: false,
      problems,
      conflicts: [...current.conflicts, ...conflicts],
    })
    if (reply.emergency) onEmergency()
  }

  const run = async (): Promise<void> => {
    takeBack()
    if (sending.length === 0) {
      sending = [...waiting].map(([key, texts]) => ({ key, texts, base: bases[key] ?? 0 }))
      waiting.clear()
    }
    if (sending.length === 0) return
    if (failures === 0) show({ state: 'saving' })
    const reply = await send({ intakeId, answers: sending }).catch(() => null)
    if (reply === null || reply === 'signed-out') {
      const pause = retryAfter[Math.min(failures, retryAfter.length - 1)] ?? 1000
      failures += 1
      show({ state: 'not-saved', signedOut: reply === 'signed-out' })
      return plan(pause)
    }
    if ('gone' in reply) {
      sending = []
      waiting.clear()
      show({ state: 'not-saved' })
      return onGone()
    }
    accept(reply)
    if (waiting.size > 0) return run()
  }

  /** Sends what waits now, also between two retries; resolves when it is acknowledged or has failed once more. */
  function flush(): Promise<void> {
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  return {
    flush,
    getState: () => current,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** The number of change that the next save of this answer is based on. */
    baseOf: (key: QuestionKey) => bases[key] ?? 0,
    /** What a page now shows: the numbers of change of its answers. Answers on their way keep theirs. */
    know(newer: Versions) {
      for (const [key, version] of Object.entries(newer) as [QuestionKey, number][])
        if (!waiting.has(key) && !sending.some((answer) => answer.key === key)) bases[key] = version
    },
    /** A new answer; sent after `wait` milliseconds without another one. */
    change(key: QuestionKey, texts: string[], wait: number) {
      waiting.set(key, texts)
      show({ state: failures > 0 ? 'not-saved' : 'saving', problems: without([key]) })
      if (sending.length === 0) plan(wait)
    },
    /** What is not acknowledged yet, for a last attempt while the page goes away. */
    unsent(): SaveWish | null {
      const rest = sending.filter(({ key }) => !waiting.has(key))
      const newest = [...waiting].map(([key, texts]) => ({ key, texts, base: bases[key] ?? 0 }))
      return rest.length + newest.length > 0 ? { intakeId, answers: [...rest, ...newest] } : null
    },
    /** The person has chosen between two answers. */
    settled() {
      show({ conflicts: [] })
    },
    stop: () => takeBack(),
  }
}

export type Autosave = ReturnType<typeof createAutosave>
