/** A telephone number of the United States as people dial it, `612-555-0147`, or null when it cannot be one. */
export function usPhone(text: string): string | null {
  const digits = text.replace(/[\s().+-]/g, '').replace(/^1(?=\d{10}$)/, '')
  return /^[2-9]\d{2}[2-9]\d{6}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}` : null
}
