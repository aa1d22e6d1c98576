import { paths } from '~/domain/paths'

/** A ticket, a final no in words, or `again`: nobody could say. */
export type TicketAnswer = { url: string; token: string } | { refused: string; message: string } | 'again'

const worthAnotherTry = new Set(['unreachable', 'too_many'])

function isText(value: unknown, name: string): value is Record<string, string> {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'string'
}

/** Asks the portal for a ticket into the room of this visit. Never throws. */
export async function askTicket(visitId: string, asGuest = false): Promise<TicketAnswer> {
  try {
    const address = asGuest ? `${paths.ticket(visitId)}?as=guest` : paths.ticket(visitId)
    const response = await fetch(address, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      redirect: 'manual',
    })
    if (response.type === 'opaqueredirect')
      return { refused: 'signed_out', message: 'You are signed out. Sign in to come back.' }
    if (!response.headers.get('Content-Type')?.includes('json')) return 'again'
    const body: unknown = await response.json()
    if (isText(body, 'url') && isText(body, 'token')) return { url: String(body['url']), token: String(body['token']) }
    if (!isText(body, 'refused') || worthAnotherTry.has(String(body['refused']))) return 'again'
    return { refused: String(body['refused']), message: String(body['message'] ?? '') }
  } catch {
    return 'again'
  }
}
