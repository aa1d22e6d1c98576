import { pino } from 'pino'
import type { DestinationStream, Logger } from 'pino'

export type { Logger }

/** Where it happened. The stack repeats the message, whose lines may look like places: all of it is left out. */
function placesOf({ stack = '', message }: Error): string[] {
  const head = message === '' ? '' : `: ${message}`
  const start = stack.indexOf(head)
  if (start < 0) return []
  return stack
    .slice(start + head.length)
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .map((line) => line.trim())
}

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
    at: placesOf(error),
    cause: cause instanceof Error ? { type: cause.name, code: Reflect.get(cause, 'code') as unknown } : undefined,
  }
}

/** The one log: what happened to the machine, never who asked, what for or about whom. Written to the standard output. */
export function createLog(level: string, to: DestinationStream = pino.destination(1)): Logger {
  const options = {
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
  }
  return pino(options, to)
}
