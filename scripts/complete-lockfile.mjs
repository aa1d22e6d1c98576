import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Gives package-lock.json an entry for every platform package that an installed package names. A registry that does not
 * carry some platform's package leaves it out, and `npm ci` then refuses the whole lock file, on every platform.
 * With `--check` nothing is written and an incomplete file exits 1.
 */

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, optionalDependencies?: Record<string, string>, os?: string[], cpu?: string[], libc?: string[] }} Entry */

const file = new URL('../package-lock.json', import.meta.url)
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32']

/** The lock entry for one platform package; the platform is read from its name. @param {string} name @param {string} version @param {Entry} parent */
function platformEntry(name, version, parent) {
  const words = name.replace(/^.*\//, '').split('-')
  const system = systems.find((word) => words.includes(word))
  const processor = processors.find((word) => words.includes(word))
  if (!system || !processor || !/^\d/.test(version)) throw new Error(`Not a platform package: ${name}@${version}`)
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc'
  return {
    version,
    cpu: [processor],
    ...(parent.dev ? { dev: true } : {}),
    ...(system === 'linux' && /gnu|musl/.test(name) ? { libc: [libc] } : {}),
    optional: true,
    os: [system],
  }
}

/** Where Node would find `name` from the package at `path`, if the lock file has it. @param {Record<string, Entry>} packages @param {string} path @param {string} name */
function isLocked(packages, path, name) {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    if (packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true
    if (!from) return false
  }
}

const lock = JSON.parse(readFileSync(file, 'utf8'))
/** @type {Record<string, Entry>} */
const packages = lock.packages
const missing = Object.entries(packages).flatMap(([path, parent]) =>
  Object.entries(parent.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(packages, path, name))
    .map(([name, version]) => ({ name, entry: platformEntry(name, version, parent) })),
)

if (missing.length === 0) process.exit(0)
if (process.argv.includes('--check')) {
  console.error(`package-lock.json lacks ${missing.length} platform packages: run node scripts/complete-lockfile.mjs`)
  process.exit(1)
}
for (const { name, entry } of missing) packages[`node_modules/${name}`] = entry
const root = packages['']
lock.packages = Object.fromEntries([
  ...(root ? [['', root]] : []),
  ...Object.entries(packages)
    .filter(([path]) => path !== '')
    .toSorted(([a], [b]) => a.localeCompare(b, 'en')),
])
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: ${missing.length} platform packages added.`)
