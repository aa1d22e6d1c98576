import { randomUUID } from 'node:crypto'
import type { Tx } from './client'
import { enqueue } from './enqueue'
import { mails } from './schema/records'

export type Mail = {
  /** Null for a person without an address: nothing is written, and whoever sends says so where staff sees it. */
  toAddress: string | null
  personId: string | null
  /** Says nothing about a person: subjects travel in the clear. */
  subject: string
  /** Plain text. */
  body: string
  /** An iCalendar document that goes along as an attachment. */
  calendar?: string
}

const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ').trim()

/** Writes the mail and its sending into the caller's transaction: both happen or neither. Returns the mail's id, or null when there is no address to send it to. */
export async function sendMail(tx: Tx, context: { now: Date }, mail: Mail & { toAddress: string }): Promise<string>
export async function sendMail(tx: Tx, context: { now: Date }, mail: Mail): Promise<string | null>
export async function sendMail(tx: Tx, context: { now: Date }, mail: Mail): Promise<string | null> {
  if (mail.toAddress === null) return null
  const mailId = randomUUID()
  await tx.insert(mails).values({
    id: mailId,
    toAddress: oneLine(mail.toAddress),
    personId: mail.personId,
    subject: oneLine(mail.subject),
    body: mail.body,
    calendar: mail.calendar ?? null,
    createdAt: context.now,
  })
  await enqueue(tx, 'send-mail', { mailId }, { key: `mail:${mailId}` })
  return mailId
}
