import { auditHead, sealAudit } from '@db/audit-chain'
import type { Database } from '@db/client'
import { withTx } from '@db/tx'
import { systemActor } from '~/domain/people/actor'
import type { Logger } from '~/server/log'

/** Adds the newest audit rows to the chain, batch by batch until none is left. `all` also looks for very late rows. */
export async function sealAuditRows(database: Database, all: boolean): Promise<void> {
  let sealed = 1
  while (sealed > 0) sealed = await withTx(database, systemActor, (tx) => sealAudit(tx, { all }))
}

/** Writes the newest seal into the log, which is kept outside the database. */
export async function publishAuditHead(database: Database, log: Logger): Promise<void> {
  const head = await withTx(database, systemActor, auditHead)
  if (head) log.info({ seal: head.seq, hash: head.hash }, 'audit head')
}
