import { createHash } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PlainFailure } from './plain-failure'
import { runTool } from './run-tool'

/** SHA-256 of the official archives of LiveKit 1.13.5, from the checksums published with the release. */
const archives: Partial<Record<string, { name: string; sha256: string }>> = {
  'linux-x64': { name: 'linux_amd64', sha256: 'c020fac437b7cc9b776eef1ad5ea8af77be9acfa07602eca20a3a44930dfbc70' },
  'linux-arm64': { name: 'linux_arm64', sha256: '332015305518765fe05bad74fc3a9d9583e635e7dd130de3c4fc563d69c550f3' },
}

const archive = () => archives[`${process.platform}-${process.arch}`]

/** Whether there is an official archive for this machine. */
export const hasRelease = () => archive() !== undefined

/** Fetches a file whose content must have the given SHA-256; throws a plain failure otherwise. */
export async function fetchExactly(url: string, sha256: string, signal: AbortSignal): Promise<Buffer> {
  let content: Buffer
  try {
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(5 * 60_000)]) })
    if (!answer.ok) throw new PlainFailure(`The download ${url} was answered with ${answer.status}.`)
    content = Buffer.from(await answer.arrayBuffer())
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof PlainFailure) throw error
    throw new PlainFailure(`The download ${url} did not work: there is no way to it from this machine.`)
  }
  const found = createHash('sha256').update(content).digest('hex')
  if (found === sha256) return content
  throw new PlainFailure(
    `The download ${url} is not the file that was expected (SHA-256 ${found}). It was thrown away.`,
  )
}

/** Puts the program of the official release at `target`. */
export async function downloadLivekit(
  version: string,
  target: string,
  log: string,
  signal: AbortSignal,
): Promise<void> {
  const wanted = archive()
  if (!wanted) throw new PlainFailure('There is no official LiveKit archive for this machine.')
  const file = `livekit_${version}_${wanted.name}.tar.gz`
  const url = `https://github.com/livekit/livekit/releases/download/v${version}/${file}`
  const content = await fetchExactly(url, wanted.sha256, signal)
  const folder = mkdtempSync(join(dirname(target), 'archive-'))
  try {
    writeFileSync(join(folder, file), content)
    await runTool('Unpacking the video server', 'tar', ['-xzf', join(folder, file), '-C', folder, 'livekit-server'], {
      log,
      minutes: 2,
      signal,
    })
    renameSync(join(folder, 'livekit-server'), target)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
