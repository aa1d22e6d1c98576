import { spawn } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-tool'
import { say } from './say'
import { unitTests, vitestPatience } from './test-parts'

type Check = { name: string; command: string; args: readonly string[] }

const tool = (name: string) => join(root, 'node_modules', '.bin', name)
const migrations = globSync('db/migrations/*.sql', { cwd: root })

const checks: readonly Check[] = [
  { name: 'format', command: tool('oxfmt'), args: ['--check', '.'] },
  { name: 'lint', command: tool('oxlint'), args: ['--deny-warnings'] },
  { name: 'types', command: tool('tsc'), args: ['--noEmit'] },
  {
    name: 'floors',
    command: tool('depcruise'),
    args: ['--config', '.dependency-cruiser.cjs', 'app', 'bench', 'db', 'scripts'],
  },
  { name: 'unused', command: tool('knip'), args: [] },
  { name: 'migrations', command: tool('squawk'), args: migrations },
  { name: 'lock file', command: process.execPath, args: [join('scripts', 'complete-lockfile.mjs'), '--check'] },
]

const unit: Check = { name: 'unit tests', command: tool('vitest'), args: ['run', ...vitestPatience, ...unitTests] }

function passes(check: Check, signal: AbortSignal): Promise<boolean> {
  const child = spawn(check.command, check.args, { cwd: root, stdio: 'pipe', signal })
  const output: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk))
  return new Promise((resolve) => {
    const end = (passed: boolean, why: string) => {
      say(`  ${passed ? '✓' : '✗'} ${check.name}${why}`)
      if (!passed) say(Buffer.concat(output).toString().trimEnd())
      resolve(passed)
    }
    child.once('error', (error) => end(false, `: ${error.message}`))
    child.once('close', (code) => end(code === 0, ''))
  })
}

/** Runs every check of the source, one after the other, and returns the names of those that fail. */
export async function failingChecks(signal: AbortSignal, withUnitTests: boolean): Promise<string[]> {
  const failing: string[] = []
  for (const check of withUnitTests ? [...checks, unit] : checks) {
    const late = AbortSignal.any([signal, AbortSignal.timeout(5 * 60_000)])
    if (check.name === 'migrations' && !existsSync(join(root, 'db', 'migrations'))) continue
    if (!(await passes(check, late))) failing.push(check.name)
    signal.throwIfAborted()
  }
  return failing
}
