/** What happens when the line drops, said to the patient as a thread: reconnect, then the phone, then a new time. */
export const dropPlan = {
  reconnect: { minutes: 1 },
  phoneAfter: { minutes: 2 },
  phoneTries: 2,
  giveUpAfter: { minutes: 3 },
} as const

/** A weak line for this long turns both pictures off; it is tested again after the second time. */
export const soundOnly = { afterWeak: { seconds: 10 }, testEvery: { seconds: 30 } } as const
