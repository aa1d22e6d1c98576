import { createHash, randomBytes } from 'node:crypto'

/** The SHA-256 of a secret link or cookie, in hex: what the database keeps. */
export function hashToken(raw: string): string {
  return createHash('sha256').update(raw).digest('hex')
}

/** A new secret of 256 bits, safe in a URL, and the hash that is stored in its place. */
export function newToken(): { raw: string; hash: string } {
  const raw = randomBytes(32).toString('base64url')
  return { raw, hash: hashToken(raw) }
}
