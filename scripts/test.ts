import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { failingChecks } from './checks'
import { findOrInstallChromium } from './chromium'
import { loadEnv } from './load-env'
import { PlainFailure, reportFailure } from './plain-failure'
import { startPortal } from './portal'
import { portNumber, portsFrom, takenPort } from './ports'
import { startPostgres } from './postgres'
import { root } from './run-tool'
import { say, step } from './say'
import { stopSignal } from './stop-signal'
import { partsFrom, unitTests, vitestPatience } from './test-parts'
import { playwrightTally, sum, type Tally, vitestTally } from './test-tally'
import { testToolPasses } from './test-tool'

const signal = stopSignal()
const asked = portNumber(process.env['PORT'], 3000)
loadEnv()
const dataDir = mkdtempSync(join(tmpdir(), 'ilium-test-'))
const tool = (name: string) => join(root, 'node_modules', '.bin', name)

/** The tests' portal is no continuation of anybody's own: none of their settings reach it. */
function testEnv(): NodeJS.ProcessEnv {
  const own = [
    'DATABASE_URL',
    'DATA_DIR',
    'ORIGIN',
    'PORT',
    'SESSION_SECRET',
    'ILIUM_MODE',
    'ILIUM_DEV',
    'SMTP_URL',
    'MAIL_FROM',
  ]
  const video = ['LIVEKIT_URL', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET']
  const kept = Object.entries(process.env).filter(([name]) => ![...own, ...video].includes(name))
  return { ...Object.fromEntries(kept), NODE_ENV: 'test' }
}

/** A port whose whole family is free: 900 above the portal's own, or one of the next. */
async function freePort(): Promise<number> {
  for (let port = (asked + 900) % 10_000; ; port += 1) {
    if (port < 1024) port = 1024
    if (!(await takenPort(portsFrom(port), ['web', 'postgres', 'livekit']))) return port
  }
}

async function runVitest(
  title: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  failures: string[],
): Promise<Tally> {
  say(`\n${title}`)
  const report = join(dataDir, 'vitest.json')
  const faults = join(dataDir, 'vitest-faults')
  for (const path of [report, faults]) rmSync(path, { force: true })
  const own = `--reporter=${join(root, 'scripts', 'fault-reporter.ts')}`
  const reporters = ['--reporter=default', '--reporter=json', own, `--outputFile.json=${report}`]
  const passed = await testToolPasses(tool('vitest'), ['run', ...vitestPatience, ...reporters, ...args], {
    env: { ...env, TEST_FAULTS: faults },
    minutes: 12,
    signal,
  })
  const tally = vitestTally(report)
  if (!passed && !(tally && tally.failed > 0))
    failures.push(existsSync(faults) ? `${title}: ${readFileSync(faults, 'utf8').trim()}` : title)
  return tally ?? sum([])
}

async function runDatabaseTests(failures: string[]): Promise<Tally> {
  const port = portsFrom(await freePort()).postgres
  const database = await step('Starting a database for the tests', () => startPostgres({ dataDir, port, signal }))
  try {
    const env = { ...testEnv(), TEST_DATABASE_URL: await database.createDatabase('ilium_tests') }
    const others = unitTests.map((folder) => `--exclude=${folder}**`)
    return await runVitest('Tests on a real database', others, env, failures)
  } finally {
    await database.stop()
  }
}

async function runBrowserTests(failures: string[]): Promise<Tally> {
  say('\nBrowser tests')
  const browser = await findOrInstallChromium(dataDir, signal)
  const port = await freePort()
  const portal = await startPortal({ mode: 'test', live: false, port, dataDir, env: testEnv(), signal })
  try {
    if (!portal.media) failures.push('a video server for the browser tests')
    const report = join(dataDir, 'playwright.json')
    const env = {
      ...testEnv(),
      ORIGIN: portal.origin,
      DATABASE_URL: portal.databaseUrl,
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    }
    const args = ['test', '--reporter=list,json']
    const passed = await testToolPasses(tool('playwright'), args, { env, minutes: 30, signal })
    const tally = playwrightTally(report)
    if (!passed && !(tally && tally.failed > 0)) failures.push('browser tests')
    return tally ?? sum([])
  } finally {
    await portal.stop()
  }
}

async function run(): Promise<{ tally: Tally; failures: string[] }> {
  const { parts, unknown } = partsFrom(process.argv.slice(2))
  if (unknown.length > 0)
    throw new PlainFailure(`There is no part of the tests called ${unknown.join(', ')}: unit, db, browser or check.`)
  const failures: string[] = []
  const tallies: Tally[] = []
  if (parts.includes('check')) {
    say('Checks of the source')
    failures.push(...(await failingChecks(signal, false)))
  }
  if (parts.includes('unit')) tallies.push(await runVitest('Unit tests', unitTests, testEnv(), failures))
  signal.throwIfAborted()
  if (parts.includes('db')) tallies.push(await runDatabaseTests(failures))
  signal.throwIfAborted()
  if (parts.includes('browser')) tallies.push(await runBrowserTests(failures))
  signal.throwIfAborted()
  return { tally: sum(tallies), failures }
}

/** Removes the tests' files, the database too where it is kept elsewhere. */
function tidy(): void {
  for (const path of [join(dataDir, 'postgres'), dataDir]) {
    try {
      rmSync(realpathSync(path), { recursive: true, force: true })
    } catch {
      // There is none.
    }
  }
}

let exitCode = 1
try {
  const { tally, failures } = await run()
  if (failures.length > 0) say(`\nNot in order: ${failures.join(', ')}.`)
  if (tally.skipped > 0) say(`\n${tally.skipped} skipped.`)
  const failed = tally.failed + failures.length
  exitCode = failed === 0 && tally.passed > 0 ? 0 : 1
  say(`\n${tally.passed} passed, ${failed} failed`)
} catch (error) {
  exitCode = signal.aborted ? 130 : reportFailure(error)
} finally {
  tidy()
}
process.exit(exitCode)
