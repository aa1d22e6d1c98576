import { fileTypeFromBuffer } from 'file-type'

/** The media type that the first bytes of a file speak for; undefined when nothing is recognised. */
export async function foundType(bytes: Uint8Array): Promise<string | undefined> {
  return (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
}
