import { z } from 'zod'
import { escalateUrgent } from '~/features/urgent/escalate-urgent.server'
import type { Task } from './job'

const Payload = z.object({ urgentItemId: z.uuid() })

/** Tells more people of an urgent item nobody took. */
export const escalateUrgentTask: Task = ({ context }, payload) => escalateUrgent(context, Payload.parse(payload))
