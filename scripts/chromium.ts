import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { findProgram } from './find-program'
import { PlainFailure } from './plain-failure'
import { root, runTool } from './run-tool'
import { step } from './say'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = ['/usr/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** A Chromium that is already on this machine: the one `CHROMIUM_PATH` names, the system's, or Playwright's. */
function installed(): string | null {
  const asked = process.env['CHROMIUM_PATH']
  if (asked) {
    if (existsSync(asked)) return asked
    throw new PlainFailure(`CHROMIUM_PATH is ${asked}, and there is no such file.`)
  }
  const candidates = [...names.map(findProgram), ...places, chromium.executablePath()]
  return candidates.find((path) => path !== null && existsSync(path)) ?? null
}

const playwright = join(root, 'node_modules', '.bin', 'playwright')

type Way = { title: string; commands: readonly (readonly [string, ...string[]])[] }

function ways(): Way[] {
  const isRoot = process.getuid?.() === 0
  const system: Way = {
    title: 'Installing Chromium from the system’s packages',
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ],
  }
  const own: Way = {
    title: 'Installing Playwright’s Chromium',
    commands: [[playwright, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']],
  }
  return isRoot && findProgram('apt-get') ? [own, system] : [own]
}

/** The Chromium for the browser tests, installed when there is none. Throws a plain failure when that cannot be done. */
export async function findOrInstallChromium(dataDir: string, signal: AbortSignal): Promise<string> {
  const present = installed()
  if (present) return present
  const log = join(dataDir, 'chromium.log')
  const reasons: string[] = []
  for (const { title, commands } of ways()) {
    try {
      await step(title, async () => {
        for (const [command, ...args] of commands) {
          const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
          await runTool(title, command, args, { log, env, minutes: 8, signal })
        }
      })
    } catch (error) {
      signal.throwIfAborted()
      reasons.push(error instanceof Error ? error.message : String(error))
    }
    const found = installed()
    if (found) return found
  }
  throw new PlainFailure(
    'The browser tests need Chromium, and none could be installed. Install chromium or Google Chrome yourself, or set ' +
      `CHROMIUM_PATH to one. What was tried:\n\n${reasons.join('\n\n')}`,
  )
}
