import { EventEmitter } from 'node:events'
import { Logger, makeWorkerUtils, run } from 'graphile-worker'
import type { TaskList, WorkerEvents, WorkerUtils } from 'graphile-worker'
import { beat } from '@db/worker-beats'
import type { Mailer } from '~/adapters/mail.server'
import type { Services } from '~/server/services'
import { every } from './every'
import { jobContext } from './job-context'
import { publishAuditHead, sealAuditRows } from './seal-audit'
import { sweep } from './sweep'
import { tasks } from './tasks'
import { watchVisits } from './watch-visits'

const atOnce = 4
const pollEvery = { milliseconds: 1000 }
const beatEvery = { seconds: 15 }
const deadAfter = { seconds: 60 }

/** A failed job keeps the kind of its error only: messages may hold what a person typed. */
class JobFailed extends Error {
  constructor(error: unknown) {
    super(error instanceof Error ? error.name : 'failed')
    this.name = 'JobFailed'
  }
}

function taskList(services: Services, mailer: Mailer | null): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown) => {
        try {
          await task({ context: await jobContext(services), mailer }, payload)
        } catch (error) {
          services.log.error({ err: error, job: name }, 'a job failed and will be tried again')
          throw new JobFailed(error)
        }
      },
    ]),
  )
}

/** Gives the jobs of workers that stopped beating back to the others: a killed process delays a job by a minute or two. */
async function unlockDead(utils: WorkerUtils): Promise<void> {
  const dead = await utils.withPgClient(async (client) => {
    const found = await client.query<{ locked_by: string }>(
      `select distinct locked_by from graphile_worker._private_jobs
       where locked_by is not null and locked_at < clock_timestamp() - make_interval(secs => $1)
         and locked_by not in (select worker_id from worker_beats where beat_at > clock_timestamp() - make_interval(secs => $1))`,
      [deadAfter.seconds],
    )
    return found.rows.map((row) => row.locked_by)
  })
  if (dead.length > 0) await utils.forceUnlockWorkers(dead)
}

/** Starts the jobs of this process; the returned function lets running ones finish and stops. */
export async function startWorker(
  services: Services,
  url: string,
  mailer: Mailer | null,
): Promise<() => Promise<void>> {
  const { database, log } = services
  const logger = new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ worker: message.split('\n')[0] }, 'worker')
  })
  const workers = new Set<string>()
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => {
    workers.add(worker.workerId)
    beat(database, [worker.workerId]).catch((error: unknown) => log.error({ err: error }, 'a beat failed'))
  })
  events.on('worker:release', ({ worker }) => void workers.delete(worker.workerId))
  const utils = await makeWorkerUtils({ connectionString: url, logger })
  const runner = await run({
    connectionString: url,
    concurrency: atOnce,
    pollInterval: pollEvery.milliseconds,
    noHandleSignals: true,
    taskList: taskList(services, mailer),
    events,
    logger,
  })
  let first = true
  const loops = [
    every(beatEvery.seconds, 'beat', log, () => beat(database, [...workers])),
    every(60, 'unlock', log, () => unlockDead(utils)),
    every(120, 'watch-visits', log, async () => watchVisits(await jobContext(services))),
    every(600, 'sweep', log, () => sweep(database)),
    every(3600, 'audit-head', log, () => publishAuditHead(database, log)),
    every(3, 'seal-audit', log, async () => {
      await sealAuditRows(database, first)
      first = false
    }),
  ]
  return async () => {
    await Promise.all(loops.map((stop) => stop()))
    await runner.stop()
    await utils.release()
  }
}
