import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { install, portalNode, root } from './bootstrap.mjs'

/**
 * `node scripts/run.mjs NAME [arguments]`: installs what is missing, then runs scripts/NAME.ts on the portal's own Node.
 * When npm itself is killed, the command is told to stop.
 */

const [name = '', ...rest] = process.argv.slice(2)
install()

const child = spawn(portalNode(), ['--import', 'tsx', join(root, 'scripts', `${name}.ts`), ...rest], {
  cwd: root,
  env: { ...process.env, PATH: [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter) },
  stdio: 'inherit',
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal))

if (process.env['npm_lifecycle_event']) {
  const npm = process.ppid
  setInterval(() => process.ppid === npm || child.kill('SIGTERM'), 1000).unref()
}

child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  if (signal) process.exit(128 + constants.signals[signal])
  process.exit(code ?? 1)
})
