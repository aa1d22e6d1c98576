/** A failure whose message is meant for the person at the terminal: it is printed as it is, without a stack. */
export class PlainFailure extends Error {
  override name = 'PlainFailure'
}

/** Prints a failure the way its kind asks for, and returns the exit code. */
export function reportFailure(error: unknown): 1 {
  if (error instanceof PlainFailure) process.stderr.write(`\n${error.message}\n`)
  else process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return 1
}
