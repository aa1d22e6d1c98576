import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { dataDirFrom } from './data-dir'
import { loadEnv } from './load-env'
import { PlainFailure, reportFailure } from './plain-failure'
import { portNumber } from './ports'
import { useDatabase } from './postgres'
import { productionProblems } from './production-settings'
import { runTool, typescript } from './run-tool'
import { say, step } from './say'
import { stopSignal, whenAborted } from './stop-signal'
import { buildWeb } from './web-build'
import { startWebServer } from './web-server'
import { hasDemoAccounts } from './who-is-there'

const demoProblem =
  'The database holds demo accounts, whose passwords everyone knows. Use a database that never was a demo.'

/** Throws one plain failure that names everything that keeps the portal from production. */
async function demandProduction(env: NodeJS.ProcessEnv): Promise<void> {
  const problems = productionProblems(env)
  const reachable = env['DATABASE_URL'] && !problems.some((problem) => problem.startsWith('DATABASE_URL'))
  if (reachable) {
    try {
      await useDatabase(env['DATABASE_URL'] ?? '')
      if (await hasDemoAccounts(env['DATABASE_URL'] ?? '')) problems.push(demoProblem)
    } catch (error) {
      if (!(error instanceof PlainFailure)) throw error
      problems.push(error.message)
    }
  }
  if (problems.length === 0) return
  const list = problems.map((problem) => `  - ${problem}`).join('\n')
  throw new PlainFailure(
    `The portal does not start in production:\n${list}\nThe file .env.example explains every setting.`,
  )
}

const signal = stopSignal()
try {
  loadEnv()
  const env = process.env
  await demandProduction(env)
  const port = portNumber(env['PORT'], 3000)
  const dataDir = dataDirFrom(env['DATA_DIR'])
  mkdirSync(dataDir, { recursive: true })
  await buildWeb(dataDir, signal)
  await step('Bringing the database to the newest schema', () =>
    runTool('Bringing the database to the newest schema', process.execPath, typescript(join('scripts', 'migrate.ts')), {
      log: join(dataDir, 'migrate.log'),
      minutes: 30,
      signal,
    }),
  )
  const web = await startWebServer({
    env: { ...env, NODE_ENV: 'production', ILIUM_MODE: 'production', PORT: String(port) },
    port,
    origin: env['ORIGIN'] ?? '',
    watch: false,
    log: null,
    dataDir: null,
    signal,
  })
  say(`Ready: ${env['ORIGIN']} (listening on port ${port})`)
  const failure = await Promise.race([whenAborted(signal).then(() => null), web.ended])
  if (failure !== null) throw new PlainFailure(`The portal ${failure}.`)
  await web.stop()
  process.exit(0)
} catch (error) {
  process.exit(signal.aborted ? 0 : reportFailure(error))
}
