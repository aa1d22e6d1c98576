type Signature = {
  readonly name: string
  readonly title: string
  readonly note: string | null
  readonly at: Date
  /** The content that was signed. */
  readonly hash: string
}

/** Whether a named clinician has signed exactly this content. `differs`: this version was signed, with other words in it. */
export type SignOff =
  | { readonly state: 'awaiting' }
  | ({ readonly state: 'signed' } & Signature)
  | ({ readonly state: 'differs' } & Signature)
