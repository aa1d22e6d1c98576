import type { Paper } from '~/domain/paper/paper'

/** What handing over one paper by script answers, as JSON. `gone`: the questions are closed. `busy`: a moment later. */
export type PaperReply = { paper: Omit<Paper, 'uploadedAt'> } | { problem: string } | { gone: string } | { busy: true }
