import type { Stage } from './stage'

/** Head of a column of the board. `targetDays` is how long a case may stay before its age is coloured; clinic setting awaiting its owner. */
export const stageWords: Record<Stage, { title: string; targetDays: number | null }> = {
  consult_done: { title: 'Consult done', targetDays: 2 },
  ordered: { title: 'Ordered', targetDays: 7 },
  authorised: { title: 'Authorised', targetDays: 3 },
  cleared: { title: 'Cleared', targetDays: 2 },
  booked: { title: 'Booked', targetDays: null },
  procedure_done: { title: 'Procedure done', targetDays: 1 },
  diary_running: { title: 'Diary running', targetDays: 15 },
  follow_up_done: { title: 'Follow-up done', targetDays: 2 },
  next_step: { title: 'Next step', targetDays: null },
}
