import { hash, verify } from '@node-rs/argon2'

/** argon2id is the library's default. Source of the cost: OWASP password storage (19 MiB, 2 passes, 1 lane). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const atOnce = 2
const waitingAtMost = 200

const waiting: (() => void)[] = []
let running = 0

/** Too many passwords wait to be worked on. */
export class TooBusy extends Error {
  constructor() {
    super('Too many passwords wait to be worked on.')
    this.name = 'TooBusy'
  }
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= waitingAtMost) throw new TooBusy()
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** The hash that is stored. At most two are worked on at once; throws `TooBusy` when two hundred wait. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost))
}

let decoy: Promise<string> | undefined

/** Whether the password fits. Without a stored hash the same work is done, so that time tells nothing. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const against = stored ?? (await decoy)
  const fits = await inTurn(() => verify(against, password.normalize('NFKC')))
  return stored !== null && fits
}
