import { wasRefused } from '~/domain/refusal'
import { TimeWish } from '~/domain/schedule/schedule-wishes'
import { chooseTimeZone } from '~/features/schedule/choose-time-zone.server'
import type { SignedIn } from '~/server/require-context.server'

/** The time on the button that was pressed, or null. */
export function wantedTime(form: FormData): { providerId: string; startsAt: Date } | null {
  const wish = TimeWish.safeParse(form.get('time'))
  return wish.success ? wish.data : null
}

/** The zone form of a booking page: a refusal's words, or null when it is done. */
export async function changeZone(context: SignedIn, form: FormData): Promise<string | null> {
  const changed = await chooseTimeZone(context, { timeZone: String(form.get('timeZone') ?? '') })
  return wasRefused(changed) ? changed.message : null
}
