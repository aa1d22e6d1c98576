import { z } from 'zod'
import { remindVisit } from '~/features/visit/remind-visit.server'
import type { Task } from './job'

const Payload = z.object({ visitId: z.uuid(), startsAt: z.string() })

/** Mails the reminder of a visit that still stands. */
export const remindVisitTask: Task = ({ context }, payload) => remindVisit(context, Payload.parse(payload))
