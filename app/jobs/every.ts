import type { Logger } from '~/server/log'

/** Runs `work` now and then every so many seconds, never twice at once; a failure is logged and the next turn comes. */
export function every(seconds: number, name: string, log: Logger, work: () => Promise<unknown>): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const turn = async () => {
    try {
      await work()
    } catch (error) {
      log.error({ err: error, job: name }, 'a repeated job failed')
    }
    if (!stopped) timer = setTimeout(start, seconds * 1000)
  }
  const start = () => {
    running = turn()
  }
  start()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}
