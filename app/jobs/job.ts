import type { Mailer } from '~/adapters/mail.server'
import type { Context } from '~/features/context'

/** What a task may use besides its payload. `mailer` is null where mail stays in the demo's mailbox. */
type Job = { context: Context; mailer: Mailer | null }

/** One task: does what its payload names, and may be run again after a failure. */
export type Task = (job: Job, payload: unknown) => Promise<unknown>
