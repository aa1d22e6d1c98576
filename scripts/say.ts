/** One line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const seconds = (milliseconds: number) =>
  milliseconds < 9950 ? `${(milliseconds / 1000).toFixed(1)} s` : `${Math.round(milliseconds / 1000)} s`

/**
 * Runs one step of work and says how long it took. A step that takes longer than a second is announced, and again
 * every 15 seconds, so that a long wait never looks like a stop.
 */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now()
  const announce = setTimeout(() => say(`  … ${label}`), 1000)
  const remind = setInterval(() => say(`  … ${label} (${seconds(Date.now() - started)})`), 15_000)
  try {
    const result = await work()
    say(`  ✓ ${label} (${seconds(Date.now() - started)})`)
    return result
  } finally {
    clearTimeout(announce)
    clearInterval(remind)
  }
}
