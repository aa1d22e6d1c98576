import { answerSchema } from './answer-schema'
import { type Answers, type Instrument, instrument, type QuestionKey } from './instrument'

type Registered = {
  readonly bornOn: string | null
  readonly sexAtBirth: 'female' | 'male' | 'intersex' | 'unsaid' | null
  readonly homeState: string | null
}

const sexes = { female: 'female', male: 'male', intersex: 'other', unsaid: undefined } as const

/** What registration already knows, as answers the person sees and can change. Only what fits its question. */
export function prefill({ bornOn, sexAtBirth, homeState }: Registered, which: Instrument = instrument): Answers {
  const known: [QuestionKey, unknown][] = [
    ['birthDate', bornOn],
    ['sexAtBirth', sexAtBirth ? sexes[sexAtBirth] : undefined],
    ['stateOfResidence', homeState],
  ]
  return Object.fromEntries(
    known.filter(([key, value]) => answerSchema(key, which).safeParse(value).success),
  ) as Answers
}
