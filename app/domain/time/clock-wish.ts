import { z } from 'zod'
import { atWallClock } from './at-wall-clock'

const aheadBy = { hour: 3_600_000, day: 86_400_000 } as const

/** A wish to move the clinic's clock: ahead by hours or days, or to a wall-clock time of the clinic. */
export function clockWish(now: Date, zone: string) {
  return z
    .object({
      ahead: z
        .string()
        .regex(/^\d{1,3}(hour|day)$/)
        .optional(),
      to: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Choose a day and a time')
        .optional(),
    })
    .transform((wish, refinement) => {
      if (wish.ahead) {
        const unit = wish.ahead.endsWith('day') ? aheadBy.day : aheadBy.hour
        return { to: new Date(now.getTime() + Number.parseInt(wish.ahead, 10) * unit) }
      }
      const [day, time] = wish.to?.split('T') ?? []
      if (day && time) return { to: atWallClock(day, time, zone) }
      refinement.addIssue({ code: 'custom', path: ['to'], message: 'Choose a day and a time' })
      return z.NEVER
    })
}
