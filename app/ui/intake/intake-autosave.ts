import type { QuestionKey } from '~/domain/intake/instrument'
import type { ConflictView, SaveReply } from './intake-reply'

/** Whose session the page has: `ended` nobody's any more, `other` that of another account on the same browser. */
export type SignedOut = 'ended' | 'other'

export type AutosaveState = {
  readonly state: 'saved' | 'saving' | 'not-saved'
  readonly savedAt: Date | null
  /** Nothing came back the last time: the page tries again by itself. */
  readonly unreachable: boolean
  readonly signedOut: SignedOut | null
  /** How often the session has ended on this page. */
  readonly endings: number
  /** How many answers wait on this page. */
  readonly waiting: number
  /** How many answers are known to be safe. */
  readonly safe: number
  /** An acknowledged answer needs help now: the page leaves for the emergency page. */
  readonly emergency: boolean
  readonly problems: Partial<Record<QuestionKey, string>>
  readonly conflicts: readonly ConflictView[]
  /** What could not be kept because the answers were sent from elsewhere meanwhile. */
  readonly tooLate: readonly { key: QuestionKey; texts: string[] }[]
}

type Versions = Partial<Record<QuestionKey, number>>
type Answer = { key: QuestionKey; texts: string[]; base: number; over?: string[] }
export type SaveWish = { intakeId: string; answers: Answer[] }
type Reply = Exclude<SaveReply, { gone: string }>
type Typed = { texts: string[]; at: number }

type Options = {
  intakeId: string
  savedAt: Date | null
  /** Sends once. Says so when the session has ended or is another account's; rejects when nothing came back. */
  send: (wish: SaveWish) => Promise<SaveReply | 'signed-out' | 'other'>
  onEmergency: () => void
  /** The answers were sent from elsewhere: nothing more can be kept. */
  onGone?: () => void
  /** Runs `work` later; returns what takes it back. */
  later?: (work: () => void, milliseconds: number) => () => void
  /** Milliseconds of any steady clock. */
  clock?: () => number
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
export function createAutosave(options: Options) {
  const { intakeId, savedAt, send, onEmergency, onGone, later = byTimer, clock = () => performance.now() } = options
  const bases: Versions = {}
  const waiting = new Map<QuestionKey, Typed>()
  const wrong = new Map<QuestionKey, string[]>()
  const listeners = new Set<() => void>()
  let sending: (Answer & { at: number })[] = []
  let failures = 0
  let running: Promise<void> | null = null
  let takeBack = () => {}
  let current: AutosaveState = {
    state: 'saved',
    savedAt,
    unreachable: false,
    signedOut: null,
    endings: 0,
    waiting: 0,
    safe: 0,
    emergency: false,
    problems: {},
    conflicts: [],
    tooLate: [],
  }

  const safe = () => Object.entries(bases).filter(([key, base]) => base > 0 && !isOnItsWay(key as QuestionKey)).length
  const isOnItsWay = (key: QuestionKey) => waiting.has(key) || sending.some((answer) => answer.key === key)
  const show = (change: Partial<AutosaveState>) => {
    const unreachable = failures > 0
    const endings = current.endings + (current.signedOut === null && change.signedOut ? 1 : 0)
    current = { ...current, ...change, endings, waiting: waiting.size + sending.length, safe: safe(), unreachable }
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
    const sent = new Map(sending.map((answer) => [answer.key, answer]))
    const problems = without(sent.keys())
    for (const { key, message } of reply.problems) {
      if (waiting.has(key)) continue
      problems[key] = message
      wrong.set(key, sent.get(key)?.texts ?? [])
    }
    const now = new Date(reply.savedAt)
    const wasOffline = failures > 0
    const conflicts = reply.conflicts.map(({ mine, theirs, ...rest }) => {
      const ago = clock() - (sent.get(rest.key)?.at ?? clock())
      return {
        ...rest,
        mine: { ...mine, at: new Date(now.getTime() - ago), offline: wasOffline },
        theirs: { ...theirs, at: theirs.at === null ? null : new Date(theirs.at) },
      }
    })
    sending = []
    failures = 0
    Object.assign(bases, reply.versions)
    const open = waiting.size > 0 ? 'saving' : Object.keys(problems).length > 0 ? 'not-saved' : 'saved'
    show({
      state: open,
      savedAt: now,
      signedOut: null,
      emergency: current.emergency || reply.emergency,
      problems,
      conflicts: [...current.conflicts, ...conflicts],
    })
    if (reply.emergency) onEmergency()
  }

  const failed = (signedOut: SignedOut | null) => {
    const pause = retryAfter[Math.min(failures, retryAfter.length - 1)] ?? 1000
    failures += 1
    show({ state: 'not-saved', signedOut })
    plan(pause)
  }

  const typed = () => {
    const onTheWay = sending.map(({ key, texts }) => [key, texts] as const)
    const newest = [...waiting].map(([key, { texts }]) => [key, texts] as const)
    return Object.fromEntries([...wrong, ...onTheWay, ...newest]) as Partial<Record<QuestionKey, string[]>>
  }

  const gone = () => {
    const late = (Object.entries(typed()) as [QuestionKey, string[]][]).map(([key, texts]) => ({ key, texts }))
    sending = []
    waiting.clear()
    wrong.clear()
    show({ state: 'not-saved', tooLate: [...current.tooLate, ...late] })
    onGone?.()
  }

  const run = async (): Promise<void> => {
    takeBack()
    if (sending.length === 0) {
      sending = [...waiting].map(([key, { texts, at }]) => ({ key, texts, at, base: bases[key] ?? 0 }))
      waiting.clear()
    }
    if (sending.length === 0) return
    if (failures === 0) show({ state: 'saving' })
    const answers = sending.map(({ key, texts, base }) => ({ key, texts, base }))
    const reply = await send({ intakeId, answers }).catch(() => null)
    if (reply === null) return failed(null)
    if (reply === 'signed-out') return failed('ended')
    if (reply === 'other') return failed('other')
    if ('gone' in reply) {
      if (reply.gone === 'missing') return failed('other')
      if (reply.gone !== 'submitted') return failed(null)
      return gone()
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
        if (!isOnItsWay(key)) bases[key] = version
    },
    /** A new answer; sent after `wait` milliseconds without another one. */
    change(key: QuestionKey, texts: string[], wait: number) {
      waiting.set(key, { texts, at: clock() })
      wrong.delete(key)
      show({ state: failures > 0 ? 'not-saved' : 'saving', problems: without([key]) })
      if (sending.length === 0) plan(wait)
    },
    /** What is not acknowledged yet, for a last attempt while the page goes away. */
    unsent(): SaveWish | null {
      const before = new Map(sending.map(({ key, texts }) => [key, texts]))
      const rest = sending.filter(({ key }) => !waiting.has(key)).map(({ key, texts, base }) => ({ key, texts, base }))
      const newest = [...waiting].map(([key, { texts }]) => ({
        key,
        texts,
        base: bases[key] ?? 0,
        ...(before.has(key) ? { over: before.get(key) } : {}),
      }))
      return rest.length + newest.length > 0 ? { intakeId, answers: [...rest, ...newest] } : null
    },
    /** What stands on the page and nowhere else: answers on their way, and text that cannot be read as an answer. */
    typed,
    /** The answers were sent from elsewhere: whether everything typed here is in them. What is not is told as too late. */
    async sentElsewhere(): Promise<boolean> {
      takeBack()
      await running
      if (Object.keys(typed()).length > 0) gone()
      return current.tooLate.length === 0
    },
    /** The session is over; what waits stays until somebody signs in again. */
    sessionEnded(why: SignedOut = 'ended') {
      if (current.signedOut === null) show({ signedOut: why })
    },
    /** The person is signed in again: everything that waits goes out now. */
    async signedIn(): Promise<void> {
      await running
      failures = 0
      show({ signedOut: null, state: waiting.size + sending.length > 0 ? 'saving' : current.state })
      await flush()
    },
    /** The person has chosen between two answers. */
    settled() {
      show({ conflicts: [] })
    },
    stop: () => takeBack(),
  }
}

export type Autosave = ReturnType<typeof createAutosave>
