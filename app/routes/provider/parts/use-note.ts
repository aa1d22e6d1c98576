import { useCallback, useEffect, useRef, useState } from 'react'
import { mergeNotes } from '~/domain/note/merge-notes'
import { noteAnswer } from '~/domain/note/note-answer'
import type { NoteAnswer } from '~/domain/note/note-answer'
import { changedSections } from '~/domain/note/note-body'
import type { NoteBody, NoteKey } from '~/domain/note/note-body'
import { paths } from '~/domain/paths'

const pause = { milliseconds: 800 }
const retry = { milliseconds: 3000 }

export type KeptText = { version: number; body: NoteBody; savedAt: Date | null }
export type NoteState = 'saved' | 'saving' | 'not-saved'

type Start = { visitId: string; kept: KeptText; typed?: NoteBody }

const same = (one: NoteBody, other: NoteBody) => changedSections(one, other).length === 0

async function post(visitId: string, version: number, body: NoteBody, keepalive = false): Promise<NoteAnswer> {
  const response = await fetch(paths.visitNoteSave(visitId), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ version, ...body }),
    keepalive,
  })
  return noteAnswer.parse(await response.json())
}

/**
 * The text of a note and its saving while it is typed. A save that fails is tried again and says so; a text saved
 * elsewhere meanwhile is brought together with this one, and what both have changed is shown to a person.
 */
export function useNote({ visitId, kept, typed }: Start) {
  const [text, setText] = useState<NoteBody>(typed ?? kept.body)
  const [state, setState] = useState<NoteState>('saved')
  const [savedAt, setSavedAt] = useState(kept.savedAt)
  const [version, setVersion] = useState(kept.version)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [mergedSections, setMergedSections] = useState<readonly NoteKey[]>([])
  const latest = useRef(text)
  const base = useRef(kept)
  const running = useRef<Promise<void> | null>(null)
  const timer = useRef<number | undefined>(undefined)

  const acknowledge = useCallback((next: KeptText) => {
    base.current = next
    setVersion(next.version)
    setSavedAt(next.savedAt)
  }, [])

  const absorb = useCallback(
    (theirs: KeptText) => {
      const { merged, both } = mergeNotes(base.current.body, latest.current, theirs.body)
      acknowledge(theirs)
      latest.current = merged
      setText(merged)
      setMergedSections((before) => [...new Set([...before, ...both])])
    },
    [acknowledge],
  )

  const save = useCallback(async (): Promise<void> => {
    const sent = latest.current
    if (same(sent, base.current.body)) return
    setState('saving')
    try {
      const answer = await post(visitId, base.current.version, sent)
      if (answer.kind === 'saved') {
        acknowledge({ version: answer.version, body: sent, savedAt: new Date(answer.savedAt) })
        setState('saved')
      } else if (answer.kind === 'conflict') {
        absorb({ version: answer.version, body: answer.body, savedAt: new Date(answer.savedAt) })
      } else {
        setRefusal(answer.message)
        setState('not-saved')
        return
      }
    } catch {
      setState('not-saved')
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void flush.current(), retry.milliseconds)
      return
    }
    if (!same(latest.current, base.current.body)) await save()
  }, [visitId, acknowledge, absorb])

  const flush = useRef<() => Promise<void>>(() => Promise.resolve())
  flush.current = () => {
    window.clearTimeout(timer.current)
    running.current ??= save().finally(() => {
      running.current = null
    })
    return running.current
  }

  const change = (key: NoteKey, words: string) => {
    const next = { ...latest.current, [key]: words }
    latest.current = next
    setText(next)
    setRefusal(null)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void flush.current(), pause.milliseconds)
  }

  useEffect(() => {
    const leave = () => {
      if (!same(latest.current, base.current.body) && !running.current) {
        void post(visitId, base.current.version, latest.current, true).catch(() => undefined)
      }
    }
    const hidden = () => (document.visibilityState === 'hidden' ? void flush.current() : undefined)
    const online = () => void flush.current()
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', online)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      leave()
      window.clearTimeout(timer.current)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', online)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [visitId])

  return {
    text,
    version,
    state,
    savedAt,
    refusal,
    mergedSections,
    change,
    /** Waits until what is typed is kept; false when it could not be. */
    settle: async () => {
      await flush.current()
      return same(latest.current, base.current.body)
    },
    seen: () => setMergedSections([]),
    /** Takes in a text that was saved elsewhere meanwhile; nothing of either is lost. */
    absorb,
  }
}
