import { z } from 'zod'
import { feverAnswers, numbOrWeakAnswers } from './diary-answers'
import { diarySlots } from './outcome-lists'

const pain = (message: string) => z.coerce.number({ error: message }).int(message).min(0, message).max(10, message)
const choose = 'Choose a number from 0 to 10.'
const painNow = z.preprocess((value) => (value === '' ? undefined : value), pain(choose))

/**
 * One diary entry as the form sends it. `during` is `none` when the usual activity was not done, else the pain during it;
 * not answered is neither. `average` is asked near the end only.
 */
export const DiaryWish = z
  .object({
    slot: z.enum(diarySlots),
    painNow,
    during: z.union([z.literal('none'), painNow], { error: choose }).optional(),
    numbOrWeak: z.enum(numbOrWeakAnswers, { error: 'Choose one answer about your legs.' }),
    fever: z.enum(feverAnswers, { error: 'Choose one answer about fever.' }),
    average: z.preprocess((value) => (value === '' ? undefined : value), pain(choose).optional()),
    words: z.string().trim().max(1000, 'Keep it under 1000 letters.').optional(),
  })
  .transform(({ during, words, ...rest }) => ({
    ...rest,
    didActivity: during === undefined ? null : during !== 'none',
    painDuringActivity: typeof during === 'number' ? during : null,
    words: words ? words : null,
  }))

export type DiaryEntryWish = z.output<typeof DiaryWish>

/** Slots near the two-week check, in which the average of the last 7 days is asked as well. */
export const averageSlots: readonly string[] = ['d13', 'd14']
