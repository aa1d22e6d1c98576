import { z } from 'zod'

const instant = z.iso.datetime({ error: 'Choose a time.' }).transform((text) => new Date(text))

/** A time on a button: the provider's id, a space, the instant it starts. */
export const TimeWish = z
  .string({ error: 'Choose a time.' })
  .transform((text) => {
    const [providerId, startsAt] = text.split(' ')
    return { providerId, startsAt }
  })
  .pipe(z.object({ providerId: z.uuid({ error: 'Choose a time.' }), startsAt: instant }))

/** How a time is written on its button, read back by `TimeWish`. */
export function timeValue(time: { providerId: string; from: Date }): string {
  return `${time.providerId} ${time.from.toISOString()}`
}
