/** An expected "no": a code for the program and a sentence for the person. Never thrown. */
export type Refusal<Code extends string = string> = {
  readonly refused: Code
  readonly message: string
  readonly field?: string
}

export function refuse<Code extends string>(refused: Code, message: string, field?: string): Refusal<Code> {
  return field === undefined ? { refused, message } : { refused, message, field }
}

export function wasRefused<T>(result: T | Refusal): result is Extract<T, Refusal> | Refusal {
  return typeof result === 'object' && result !== null && 'refused' in result
}
