const pattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a part of a URL can be an id at all: anything else names nothing. */
export function isOpaqueId(text: string): boolean {
  return pattern.test(text)
}
