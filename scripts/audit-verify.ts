import { verifyAuditChain } from '@db/audit-chain'
import { openDatabase } from '@db/client'
import { withTx } from '@db/tx'
import { systemActor } from '~/domain/people/actor'
import { databaseUrl } from './database-url'

const database = openDatabase(await databaseUrl(), { connections: 1 })
const verdict = await withTx(database, systemActor, (tx) => verifyAuditChain(tx))
await database.close()
if (verdict.ok) {
  console.log(`Unbroken: ${verdict.sealed} rows sealed, ${verdict.unsealed} wait for the next seal.`)
  console.log(`Head: ${verdict.head}`)
} else {
  console.log(`Broken at row ${verdict.brokenAt}: ${verdict.why}. ${verdict.sealed} rows before it are unbroken.`)
  process.exitCode = 1
}
