import { paths } from '~/domain/paths'

type LiveChange = { topic: string; visitId?: string }
export type LiveState = 'connecting' | 'connected' | 'broken' | 'over'
type Listener = { change?: (change: LiveChange) => void; state?: (state: LiveState) => void }

const retryAfter = { milliseconds: 5000 }
const lingerFor = { milliseconds: 500 }

const listeners = new Set<Listener>()
let source: EventSource | undefined
let state: LiveState = 'connecting'
let lastId = ''
let retry: number | undefined
let lingering: number | undefined

function become(next: LiveState): void {
  state = next
  for (const listener of listeners) listener.state?.(next)
}

function stop(): void {
  window.clearTimeout(retry)
  source?.close()
  source = undefined
}

/** The stream was refused outright: asks whether the session is over, else tries again later. */
async function ask(): Promise<void> {
  stop()
  const answer = await fetch(paths.live(), { headers: { 'X-Ilium-Background': '1' } }).catch(() => null)
  void answer?.body?.cancel()
  if (answer?.status === 401) become('over')
  else if (listeners.size > 0) retry = window.setTimeout(() => open(lastId), retryAfter.milliseconds)
}

function open(after: string): void {
  const opened = new EventSource(after ? `${paths.live()}?after=${after}` : paths.live())
  source = opened
  opened.addEventListener('snapshot', () => become('connected'))
  opened.addEventListener('change', (event) => {
    lastId = event.lastEventId || lastId
    const change = JSON.parse(String(event.data)) as LiveChange
    for (const listener of listeners) listener.change?.(change)
  })
  opened.addEventListener('over', () => {
    stop()
    become('over')
  })
  opened.addEventListener('error', () => {
    if (source !== opened) return
    become('broken')
    if (opened.readyState === EventSource.CLOSED) void ask()
  })
}

/** Opens the stream anew: the person has signed in again, and the open one still belongs to the session before. */
export function restartLive(): void {
  stop()
  if (listeners.size === 0) return
  state = 'connecting'
  open(lastId)
}

/**
 * Listens to the page's one stream of changes, which opens with the first listener and closes soon after the last.
 * `after` is the number of the newest event the page already knows.
 */
export function listenLive(listener: Listener, after: number): () => void {
  window.clearTimeout(lingering)
  listeners.add(listener)
  if (source) listener.state?.(state)
  else {
    state = 'connecting'
    open(String(Math.max(Number(lastId), after)))
  }
  return () => {
    listeners.delete(listener)
    window.clearTimeout(lingering)
    lingering = window.setTimeout(() => listeners.size === 0 && stop(), lingerFor.milliseconds)
  }
}
