import { z } from 'zod'
import { remindDiary } from '~/features/diary/remind-diary.server'
import type { Task } from './job'

const Payload = z.object({ procedureId: z.uuid(), slot: z.string() })

/** Reminds of a diary entry that is still missing. */
export const remindDiaryTask: Task = ({ context }, payload) => remindDiary(context, Payload.parse(payload))
