import { createTransport } from 'nodemailer'

export type OutgoingMail = {
  id: string
  toAddress: string
  subject: string
  body: string
  /** An iCalendar document, or null. */
  calendar: string | null
}

export type Mailer = { send(mail: OutgoingMail): Promise<void> }

/** Sends mail by SMTP. The id becomes the Message-ID, so that a mail sent twice is known as one. */
export function createMailer(keys: { url: string; from: string }): Mailer {
  const transport = createTransport(keys.url)
  const domain = keys.from.replace(/^.*@/, '').replace(/[^A-Za-z0-9.-]/g, '') || 'localhost'
  return {
    async send(mail) {
      await transport.sendMail({
        from: keys.from,
        to: mail.toAddress,
        subject: mail.subject,
        text: mail.body,
        messageId: `<${mail.id}@${domain}>`,
        ...(mail.calendar === null
          ? {}
          : { icalEvent: { method: 'PUBLISH', filename: 'visit.ics', content: mail.calendar } }),
      })
    },
  }
}
