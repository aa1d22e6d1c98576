import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { takeLock } from './file-lock'
import { endLeftovers } from './leftovers'
import { PlainFailure } from './plain-failure'
import { root } from './run-tool'

const neededMegabytes = 500

/** The absolute path of `DATA_DIR`, by default `.data` in the project. */
export const dataDirFrom = (text: string | undefined) => resolve(root, text || '.data')

function create(dataDir: string): void {
  try {
    // Root's database server runs as another user, which must be able to pass through.
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    const space = statfsSync(dataDir)
    const megabytes = Math.floor((space.bavail * space.bsize) / 1024 ** 2)
    if (megabytes >= neededMegabytes) return
    throw new PlainFailure(
      `The disk that holds ${dataDir} is full: ${megabytes} MB are free, ${neededMegabytes} MB are needed. ` +
        'Make room, or choose another folder with DATA_DIR=….',
    )
  } catch (error) {
    if (error instanceof PlainFailure) throw error
    const code = (error as NodeJS.ErrnoException).code
    throw new PlainFailure(
      `The folder ${dataDir} cannot be used (${code}). Run the portal as the user who made it, or choose another with DATA_DIR=….`,
    )
  }
}

/**
 * Makes the data directory ready for this process alone: created, with room on its disk, locked, and rid of what a killed
 * run left behind. Returns what gives the lock back. Throws a plain failure when another copy uses it.
 */
export async function openDataDir(dataDir: string, note: string): Promise<() => void> {
  create(dataDir)
  const taken = takeLock(join(dataDir, 'lock.json'), note)
  if ('holder' in taken) {
    throw new PlainFailure(
      `The folder ${dataDir} is in use: process ${taken.holder.pid} runs there (${taken.holder.note}). ` +
        'Stop that one first, or start a second copy with another PORT=… and DATA_DIR=….',
    )
  }
  await endLeftovers(dataDir)
  return taken.release
}
