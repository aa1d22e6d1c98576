import type { SubmissionResult } from '@conform-to/react'
import { notSent } from './use-sending'

/**
 * Runs the server's part of a form; when the connection is down the page stays as it is and says so, so that a running
 * visit is never left because of one lost request.
 */
export async function unlessOffline<T>(send: () => Promise<T>): Promise<T | SubmissionResult> {
  try {
    return await send()
  } catch (error) {
    if (error instanceof TypeError) return { status: 'error', error: { '': [notSent] } }
    throw error
  }
}
