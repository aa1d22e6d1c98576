import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps small secrets unreadable in the database and in cookies. */
export type SecretBox = {
  /** Sealed text, safe in a URL or cookie. */
  seal(text: string): string
  /** The text, or null when it was not sealed by this box. */
  open(sealed: string): string | null
  /** A keyed hash, hex: the same text gives the same hash, and no one without the key can make it. */
  fingerprint(text: string): string
}

const algorithm = 'aes-256-gcm'

/** A box whose keys are derived from the deployment's secret; `purpose` keeps boxes apart. */
export function secretBox(secret: string, purpose: string): SecretBox {
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'ilium', `${purpose}:${use}`, 32))
  const sealKey = derived('seal')
  const hashKey = derived('hash')
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv(algorithm, sealKey, nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(sealed) {
      try {
        const bytes = Buffer.from(sealed, 'base64url')
        const decipher = createDecipheriv(algorithm, sealKey, bytes.subarray(0, 12))
        decipher.setAuthTag(bytes.subarray(12, 28))
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
    fingerprint: (text) => createHmac('sha256', hashKey).update(text).digest('hex'),
  }
}
