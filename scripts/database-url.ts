import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dataDirFrom } from './data-dir'
import { loadEnv } from './load-env'
import { PlainFailure, reportFailure } from './plain-failure'
import { portNumber, portsFrom } from './ports'
import { embeddedUrl, useDatabase } from './postgres'
import { secretsOf } from './secrets'

async function find(): Promise<string> {
  loadEnv()
  const { DATABASE_URL: given, DATA_DIR, PORT } = process.env
  const dataDir = dataDirFrom(DATA_DIR)
  if (!given && !existsSync(join(dataDir, 'secrets.json'))) {
    throw new PlainFailure('There is no database: set DATABASE_URL, or start the portal with npm start.')
  }
  const port = portsFrom(portNumber(PORT, 3000)).postgres
  const url = given || embeddedUrl(secretsOf(dataDir).databasePassword, port, 'ilium')
  try {
    await useDatabase(url)
    return url
  } catch (error) {
    if (given) throw error
    throw new PlainFailure(
      `The portal of ${dataDir} does not run. Start it with npm start, with the same PORT and DATA_DIR.`,
    )
  }
}

/**
 * The database for a command run by hand: the one that `DATABASE_URL` names, else the one of the portal that runs on
 * `PORT` and `DATA_DIR`. Ends the command with exit code 1 and one message when it cannot be used.
 */
export async function databaseUrl(): Promise<string> {
  try {
    return await find()
  } catch (error) {
    process.exit(reportFailure(error))
  }
}
