import { randomUUID } from 'node:crypto'
import { withTx } from '../tx'
import { cases, checklistItems, orders } from '../schema/cases'
import type { Actor } from '~/domain/people/actor'
import { systemActor } from '~/domain/people/actor'
import type { Side } from '~/domain/people/side'
import type { TestDatabase } from '../test/database'
import { testNow } from '../test/context'

type Wish = {
  patient: Actor
  provider: Actor
  visitId: string
  side?: Side
  open?: { code: string; resolver: 'clinician' | 'scheduler' | 'patient' }[]
}

/** An order of a right injection with its case; cleared unless lines are left open. */
export async function aCase(database: TestDatabase, wish: Wish): Promise<{ caseId: string; orderId: string }> {
  const [orderId, caseId] = [randomUUID(), randomUUID()]
  const side = wish.side ?? 'right'
  await withTx(database.app, systemActor, async (tx) => {
    const whose = { patientId: wish.patient.id, providerId: wish.provider.id }
    await tx.insert(orders).values({
      id: orderId,
      visitId: wish.visitId,
      ...whose,
      side,
      mapSide: side,
      intent: 'diagnostic',
      reason: 'Pattern fits',
      orderedAt: testNow,
    })
    await tx.insert(cases).values({ id: caseId, orderId, ...whose, side, intent: 'diagnostic', openedAt: testNow })
    const open = (wish.open ?? []).map((item) => ({ caseId, patientId: wish.patient.id, ...item }))
    if (open.length > 0) await tx.insert(checklistItems).values(open)
  })
  return { caseId, orderId }
}
