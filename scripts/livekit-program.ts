import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { withLock } from './file-lock'
import { findProgram } from './find-program'
import { downloadLivekit, hasRelease } from './livekit-release'
import { PlainFailure } from './plain-failure'
import { root, runTool } from './run-tool'
import { say, step } from './say'

export const livekitVersion = '1.13.5'

const module = join(root, 'scripts', 'livekit')
const main = 'github.com/livekit/livekit-server/cmd/server'

/** Outside the project, so that every copy on a machine shares one build; a change of the pinned module makes a new one. */
function cacheFolder(): string {
  const pinned = createHash('sha256')
  for (const file of ['go.mod', 'go.sum']) pinned.update(readFileSync(join(module, file)))
  const caches = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(caches, 'ilium', `livekit-server-${livekitVersion}-${pinned.digest('hex').slice(0, 12)}`)
}

type Way = { label: string; make: (target: string, log: string, signal: AbortSignal) => Promise<void> }

function build(go: string): Way {
  return {
    label: `Building the video server (LiveKit ${livekitVersion}, once on this machine, about two minutes)`,
    make: (target, log, signal) =>
      runTool(
        'Building the video server',
        go,
        ['build', '-trimpath', '-buildvcs=false', '-mod=readonly', '-ldflags=-s -w', '-o', target, main],
        {
          cwd: module,
          env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off', GOFLAGS: '' },
          log,
          minutes: 20,
          signal,
        },
      ),
  }
}

const download: Way = {
  label: `Downloading the video server (LiveKit ${livekitVersion}, once on this machine)`,
  make: (target, log, signal) => downloadLivekit(livekitVersion, target, log, signal),
}

/** The pinned server made by one way, whole or not at all: two copies that start together make it once. */
async function made(way: Way, dataDir: string, signal: AbortSignal): Promise<string> {
  const folder = cacheFolder()
  const program = join(folder, 'livekit-server')
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const onWait = () => say('  … Another copy of the portal is preparing the video server: waiting for it')
  return withLock(join(folder, 'lock.json'), { note: way.label, onWait, signal }, async () => {
    if (existsSync(program)) return program
    const half = join(folder, `half-${process.pid}`)
    try {
      await step(way.label, () => way.make(half, join(dataDir, 'livekit-build.log'), signal))
      renameSync(half, program)
      return program
    } finally {
      rmSync(half, { force: true })
    }
  })
}

/**
 * Where the LiveKit server is: on PATH, else built with Go or downloaded, once per machine. When none of these works, the
 * reasons, one line each.
 */
export async function livekitProgram(
  dataDir: string,
  signal: AbortSignal,
): Promise<{ program: string } | { reasons: string[] }> {
  const onPath = findProgram('livekit-server')
  if (onPath) return { program: onPath }
  const go = findProgram('go')
  const ways = [...(go ? [build(go)] : []), ...(hasRelease() ? [download] : [])]
  const reasons = go ? [] : ['Go is not on PATH.']
  for (const way of ways) {
    try {
      return { program: await made(way, dataDir, signal) }
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof PlainFailure) && (error as NodeJS.ErrnoException).code === undefined) throw error
      reasons.push((error as Error).message)
    }
  }
  return { reasons }
}
