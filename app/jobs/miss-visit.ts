import { z } from 'zod'
import { missVisit } from '~/features/visit/miss-visit.server'
import type { Task } from './job'

const Payload = z.object({ visitId: z.uuid(), startsAt: z.string() })

/** Marks a visit nobody came to. */
export const missVisitTask: Task = ({ context }, payload) => missVisit(context, Payload.parse(payload))
