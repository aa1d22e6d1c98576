import { z } from 'zod'
import type { Task } from './job'

const Payload = z.object({ procedureId: z.uuid(), slot: z.string() })

export const remindDiaryTask: Task = async (_job, payload) => {
  Payload.parse(payload)
  throw new Error('no diary yet')
}
