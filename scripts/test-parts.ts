/** The parts of `npm test`, in the order they run; any of them can be asked for by name: `npm test -- unit db`. */
export const testParts = ['check', 'unit', 'db', 'browser'] as const

export type TestPart = (typeof testParts)[number]

/** Where the tests are that need no database: names of folders for vitest. All others may use one. */
export const unitTests = ['app/domain/', 'app/ui/', 'bench/', 'scripts/'] as const

/** A busy machine makes no test fail: only a test that never ends is ended. */
export const vitestPatience = ['--test-timeout=60000', '--hook-timeout=60000'] as const

/** The parts named on the command line, or all of them. The names that are none are returned apart. */
export function partsFrom(args: readonly string[]): { parts: readonly TestPart[]; unknown: readonly string[] } {
  const unknown = args.filter((name) => !testParts.some((part) => part === name))
  const parts = testParts.filter((part) => args.includes(part))
  return { parts: parts.length === 0 ? testParts : parts, unknown }
}
