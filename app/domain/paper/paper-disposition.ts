/** Letters that need no escape in an extended header value (RFC 8187, attr-char). */
const free = /[A-Za-z0-9!#$&+.^_`|~-]/

function escaped(name: string): string {
  return [...new TextEncoder().encode(name)]
    .map((byte) => {
      const letter = String.fromCharCode(byte)
      return byte < 0x80 && free.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')
}

/** Always an attachment: the browser saves a paper and never opens it as a page. The name travels escaped (RFC 6266). */
export function paperDisposition(name: string): string {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? ''
  return `attachment; filename="paper${ending}"; filename*=UTF-8''${escaped(name)}`
}
