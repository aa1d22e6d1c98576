import type { Jobs } from '@db/enqueue'
import { closeRoomTask } from './close-room'
import { escalateUrgentTask } from './escalate-urgent'
import type { Task } from './job'
import { missVisitTask } from './miss-visit'
import { reconcilePresenceTask } from './reconcile-presence'
import { remindDiaryTask } from './remind-diary'
import { remindVisitTask } from './remind-visit'
import { sendMailTask } from './send-mail'

/** The handler of every job that a verb can queue. */
export const tasks: Record<keyof Jobs, Task> = {
  'send-mail': sendMailTask,
  'remind-visit': remindVisitTask,
  'miss-visit': missVisitTask,
  'remind-diary': remindDiaryTask,
  'escalate-urgent': escalateUrgentTask,
  'close-room': closeRoomTask,
  'reconcile-presence': reconcilePresenceTask,
}
