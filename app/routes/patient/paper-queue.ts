import { paperMaxBytes } from '~/domain/intake/paper-lists'
import type { PaperKind } from '~/domain/intake/paper-lists'
import { paperProblems } from '~/domain/paper/paper-problem'
import type { PaperReply } from './paper-reply'

/** What the queue has to know of a file; a browser's `File` is one. */
export type PaperFile = { readonly name: string; readonly size: number }

export type PaperJob = {
  readonly id: number
  readonly kind: PaperKind
  readonly name: string
  readonly size: number
  /** `stopped`: nothing came back, tried again by itself. `refused`: it will not be taken as it is. */
  readonly state: 'waiting' | 'sending' | 'stopped' | 'refused' | 'signed-out' | 'added'
  /** How much of it has left this device, 0 to 1. */
  readonly share: number
  readonly message: string | null
  /** The paper it became. */
  readonly paperId: string | null
}

type Send<File> = (
  wish: { file: File; kind: PaperKind },
  onShare: (share: number) => void,
) => Promise<PaperReply | 'signed-out'>

type Options<File> = {
  send: Send<File>
  /** A paper was taken: the page's list is out of date. */
  onAdded: () => void
  /** The questions were sent or closed meanwhile. */
  onGone: () => void
  /** Runs `work` later; returns what takes it back. */
  later?: (work: () => void, milliseconds: number) => () => void
}

const retryAfter = [1, 2, 4, 8, 15].map((seconds) => seconds * 1000)

function byTimer(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds)
  return () => clearTimeout(timer)
}

const isOpen = ({ state }: PaperJob) => ['waiting', 'sending', 'stopped', 'signed-out'].includes(state)

/**
 * Hands over papers one after the other, in the order they were chosen. When the line breaks it tries again by itself,
 * always longer apart, or at once when asked to; the server knows the same bytes again. What is not taken stays listed with
 * its reason until the person takes it off.
 */
export function createPaperQueue<File extends PaperFile>({ send, onAdded, onGone, later = byTimer }: Options<File>) {
  const files = new Map<number, File>()
  const listeners = new Set<() => void>()
  const waiting: ((whole: boolean) => void)[] = []
  let jobs: readonly PaperJob[] = []
  let [nextId, failures, isRunning] = [1, 0, false]
  let takeBack = () => {}

  const tell = (whole: boolean) => {
    for (const resolve of waiting.splice(0)) resolve(whole)
  }
  const show = (next: readonly PaperJob[]) => {
    jobs = next
    if (!jobs.some(isOpen)) tell(!jobs.some(({ state }) => state === 'refused'))
    for (const listener of listeners) listener()
  }
  const change = (id: number, part: Partial<PaperJob>) =>
    show(jobs.map((job) => (job.id === id ? { ...job, ...part } : job)))

  const settle = (id: number, reply: PaperReply | 'signed-out' | null) => {
    if (reply === null || reply === 'signed-out' || 'busy' in reply) {
      const pause = retryAfter[Math.min(failures, retryAfter.length - 1)] ?? 1000
      failures += 1
      change(id, { state: reply === 'signed-out' ? 'signed-out' : 'stopped', share: 0 })
      takeBack = later(() => void run(), pause)
      return false
    }
    failures = 0
    if ('gone' in reply) {
      show([])
      onGone()
      return false
    }
    files.delete(id)
    if ('problem' in reply) change(id, { state: 'refused', share: 0, message: reply.problem })
    else {
      change(id, { state: 'added', share: 1, paperId: reply.paper.id })
      onAdded()
    }
    return true
  }

  /** Sends what is open, one by one, until nothing is or one cannot be sent now. */
  async function run(): Promise<void> {
    takeBack()
    if (isRunning) return
    isRunning = true
    for (let goesOn = true; goesOn;) {
      const job = jobs.find(isOpen)
      const file = job && files.get(job.id)
      if (!job || !file) break
      change(job.id, { state: 'sending', share: 0 })
      const onShare = (share: number) => change(job.id, { share })
      const reply = await send({ file, kind: job.kind }, onShare).catch(() => null)
      const isListed = jobs.some(({ id }) => id === job.id)
      if (!isListed && typeof reply === 'object' && reply && 'paper' in reply) onAdded()
      goesOn = isListed ? settle(job.id, reply) : true
    }
    isRunning = false
  }

  return {
    getState: () => jobs,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Papers just chosen. What is plainly too long or empty is said at once and not sent. */
    add(kind: PaperKind, chosen: readonly File[]) {
      const added = chosen.map((file): PaperJob => {
        const problem = file.size > paperMaxBytes ? 'too_large' : file.size === 0 ? 'empty' : null
        const id = nextId++
        if (!problem) files.set(id, file)
        return {
          id,
          kind,
          name: file.name,
          size: file.size,
          state: problem ? 'refused' : 'waiting',
          share: 0,
          message: problem && paperProblems[problem],
          paperId: null,
        }
      })
      show([...jobs, ...added])
      void run()
    },
    /** Tries again now: the person asks to, or the line is back. */
    retry() {
      failures = 0
      void run()
    },
    /** Takes one off the list; what is on its way may still arrive. */
    drop(id: number) {
      files.delete(id)
      show(jobs.filter((job) => job.id !== id))
    },
    /** How many are not with us yet. */
    open: () => jobs.filter(isOpen).length,
    /** Waits until none is on its way: true when all were taken. False too when the page goes away before that. */
    allTaken: () =>
      new Promise<boolean>((resolve) => {
        waiting.push(resolve)
        show(jobs)
      }),
    stop() {
      takeBack()
      tell(false)
    },
  }
}

export type PaperQueue<File extends PaperFile> = ReturnType<typeof createPaperQueue<File>>
