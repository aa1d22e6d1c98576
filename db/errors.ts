type DatabaseError = { code?: string; constraint_name?: string; cause?: unknown }

function isObject(value: unknown): value is DatabaseError {
  return typeof value === 'object' && value !== null
}

/** Whether the error is the violation of this named constraint or guarding trigger. */
export function violates(error: unknown, constraint: string): boolean {
  if (!isObject(error)) return false
  return error.constraint_name === constraint || violates(error.cause, constraint)
}
