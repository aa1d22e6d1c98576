import { z } from 'zod'
import { reconcilePresence } from '~/features/visit/reconcile-presence.server'
import type { Task } from './job'

const Payload = z.object({ visitId: z.uuid() })

/** Compares who is in the room with what is written. */
export const reconcilePresenceTask: Task = ({ context }, payload) => reconcilePresence(context, Payload.parse(payload))
