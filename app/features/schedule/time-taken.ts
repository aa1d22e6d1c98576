/** Thrown inside a booking transaction to roll it back: somebody else took the time first. Never leaves the verb. */
export class TimeTaken extends Error {
  override readonly name = 'TimeTaken'
}
