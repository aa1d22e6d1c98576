import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-tool'

/** Reads the settings of `.env` in the project, if there is one. A setting of the environment itself wins. */
export function loadEnv(): void {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}
