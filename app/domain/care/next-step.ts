export type NextStepTodo = {
  readonly key: string
  readonly state: 'done' | 'now' | 'next'
  readonly title: string
  readonly note?: string
}

/** The card on top of a patient's home page. */
export type NextStep = {
  readonly key:
    | 'emergency'
    | 'call'
    | 'join'
    | 'questions'
    | 'book'
    | 'state'
    | 'visit'
    | 'wait'
    | 'prepare'
    | 'diary'
    | 'summary'
    | 'missed'
  readonly title: string
  /** The day and time within the lead, to be said in bold. */
  readonly strong?: string
  readonly lead: string
  readonly todo?: readonly NextStepTodo[]
  readonly action?: { readonly label: string; readonly to: string }
}
