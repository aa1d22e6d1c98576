import { Secret, TOTP } from 'otpauth'
import { toString as drawQrCode } from 'qrcode'

const period = { seconds: 30 }

function totp(secret: string, label?: { issuer: string; account: string }): TOTP {
  return new TOTP({
    secret: Secret.fromBase32(secret),
    digits: 6,
    period: period.seconds,
    issuer: label?.issuer ?? '',
    label: label?.account ?? '',
  })
}

/** A new secret of 160 bits, base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The time step whose code this is, one step of drift either way, or null. `at` is real time, not the clinic's clock. */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: at.getTime(), window: 1 })
  return delta === null ? null : Math.floor(at.getTime() / 1000 / period.seconds) + delta
}

/** What a sign-in app needs: its link, and the same as a picture (a data URL). */
export async function totpSetUp(
  secret: string,
  label: { issuer: string; account: string },
): Promise<{ link: string; picture: string }> {
  const link = totp(secret, label).toString()
  const svg = await drawQrCode(link, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  return { link, picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` }
}
