/** How this deployment runs. Only the demo and tests show demo accounts, keep a mailbox page and move the clock. */
export const modes = ['demo', 'test', 'production'] as const
export type Mode = (typeof modes)[number]
