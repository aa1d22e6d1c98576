import type { SignedOut } from '~/ui/intake/intake-autosave'

/** What a person reads when their page has no session any more, or that of another account. */
export const signedOutWords: Record<SignedOut, { title: string; lead: string }> = {
  ended: { title: 'You were signed out.', lead: 'Your answers are on this page. Sign in to keep them.' },
  other: {
    title: 'Another account is signed in on this browser.',
    lead: 'Your answers are on this page. Sign in to keep them.',
  },
}
