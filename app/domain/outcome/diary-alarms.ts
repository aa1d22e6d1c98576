import { wordNet } from '../triage/rules-words'
import { wordsIn } from '../triage/find-words'
import { postInjectionAlarms } from './post-injection-alarms'
import type { AlarmEntry, PostInjectionAlarm } from './post-injection-alarms'

export type DiaryAlarm = Omit<PostInjectionAlarm, 'questionKey' | 'code'> & {
  readonly code: string
  readonly questionKey: PostInjectionAlarm['questionKey'] | 'words'
}

/** Every call a diary entry asks for: its answers, and words in its free text, which only raise (clinical basis 4.3). */
export function diaryAlarms(
  entry: AlarmEntry & { readonly words: string | null },
  context: Parameters<typeof postInjectionAlarms>[1],
): DiaryAlarm[] {
  const found = entry.words ? wordsIn(entry.words, wordNet) : []
  const codes = [...new Set(found.flatMap(({ keyword }) => keyword.codes))]
  return [
    ...postInjectionAlarms(entry, context),
    ...codes.map((code) => ({ urgency: 'same_day' as const, code, questionKey: 'words' as const })),
  ]
}
