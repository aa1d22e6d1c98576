import { useRevalidator } from '@remix-run/react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createPaperQueue } from './paper-queue'
import type { PaperJob, PaperQueue } from './paper-queue'
import { sendPaper } from './send-paper'

const none: readonly PaperJob[] = []

/** Papers on their way, for as long as the page is open. The browser asks before it closes over one that is not with us yet. */
export function usePaperQueue(intakeId: string): { queue: PaperQueue<File>; jobs: readonly PaperJob[] } {
  const { revalidate } = useRevalidator()
  const [queue] = useState(() =>
    createPaperQueue<File>({
      send: (wish, onShare) => sendPaper({ intakeId, ...wish }, onShare),
      onAdded: () => revalidate(),
      onGone: () => revalidate(),
    }),
  )
  const jobs = useSyncExternalStore(queue.subscribe, queue.getState, () => none)
  useEffect(() => {
    const again = () => queue.retry()
    const ask = (event: BeforeUnloadEvent) => {
      if (queue.open() > 0) event.preventDefault()
    }
    window.addEventListener('online', again)
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('online', again)
      window.removeEventListener('beforeunload', ask)
      queue.stop()
    }
  }, [queue])
  return { queue, jobs }
}
