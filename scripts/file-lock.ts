import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isRunning, type ProcessRecord, recordOf } from './process-identity'

export type Holder = ProcessRecord & { note: string }

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

/** True when the lock file at `path` is now this process's own; the file appears whole or not at all. */
function claim(path: string, note: string): boolean {
  const own = `${path}.${process.pid}`
  writeFileSync(own, JSON.stringify({ ...recordOf(process.pid), note }), { mode: 0o600 })
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

/**
 * Takes the lock file at `path`. A lock whose process has ended is stale and is taken over.
 * Returns a function that gives it back, or the live holder.
 */
export function takeLock(path: string, note: string): { release: () => void } | { holder: Holder } {
  mkdirSync(dirname(path), { recursive: true })
  for (;;) {
    if (claim(path, note)) return { release: () => rmSync(path, { force: true }) }
    const holder = holderOf(path)
    if (holder && isRunning(holder)) return { holder }
    rmSync(path, { force: true })
  }
}

/** Runs `work` while no other process holds the lock; `onWait` is called once when it must wait for one. */
export async function withLock<T>(
  path: string,
  options: { note: string; onWait: (holder: Holder) => void; signal: AbortSignal },
  work: () => Promise<T>,
): Promise<T> {
  for (let told = false; ;) {
    const taken = takeLock(path, options.note)
    if ('release' in taken) {
      try {
        return await work()
      } finally {
        taken.release()
      }
    }
    if (!told) options.onWait(taken.holder)
    told = true
    await wait(300, undefined, { signal: options.signal })
  }
}
