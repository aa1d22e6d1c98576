import { pino } from 'pino'
import type { Logger } from 'pino'

export type { Logger }

/** Errors as type and place only: a database error's message and detail may hold what a person typed. */
function safeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const code: unknown = Reflect.get(error, 'code')
  const constraint: unknown = Reflect.get(error, 'constraint_name')
  const cause: unknown = error.cause
  return {
    type: error.name,
    code: typeof code === 'string' ? code : undefined,
    constraint: typeof constraint === 'string' ? constraint : undefined,
    at: error.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 12)
      .map((line) => line.trim()),
    cause: cause instanceof Error ? { type: cause.name, code: Reflect.get(cause, 'code') as unknown } : undefined,
  }
}

/** The one log: what happened to the machine, never who asked, what for or about whom. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    serializers: { err: safeError },
    redact: {
      paths: [
        '*.email',
        '*.name',
        '*.phone',
        '*.password',
        '*.token',
        '*.cookie',
        '*.authorization',
        '*.query',
        '*.body',
      ],
      remove: true,
    },
  })
}
