import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import type { BusboyFileStream } from '@fastify/busboy'

/** A file of a form as it arrived. `bytes` is null when it was longer than allowed: then nothing of it is kept. */
export type UploadedFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array | null }
type Fields = ReadonlyMap<string, string>

type Limits = {
  /** The longest file, in bytes. */
  readonly bytes: number
  /** The most files; what comes after them is dropped unread. */
  readonly files: number
}

const small = { fields: 20, fieldSize: 2000, fieldNameSize: 100, parts: 60, headerPairs: 20, headerSize: 8000 }

/** Whether a request carries a form with files. */
export function isUpload(request: Request): boolean {
  return /^multipart\/form-data\s*;/i.test(request.headers.get('content-type') ?? '')
}

/** The bytes of one file, or null once it is too long: what follows is read and dropped. */
function collect(stream: BusboyFileStream): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('limit', () => (parts.length = 0))
    stream.once('end', () => resolve(stream.truncated ? null : Buffer.concat(parts)))
    stream.once('error', reject)
  })
}

/**
 * Reads a form with files while it arrives, one file at a time: `take` has done with each before the next is read, so that
 * never more than one stands in memory. Empty file fields are left out. Returns the other fields and whether there were
 * more files than allowed; null when the form is unreadable or the line broke, after what arrived whole was taken.
 */
export async function readUpload(
  request: Request,
  limits: Limits,
  take: (file: UploadedFile, fields: Fields) => Promise<void>,
): Promise<{ fields: Fields; tooMany: boolean } | null> {
  if (!isUpload(request) || !request.body) return null
  const fields = new Map<string, string>()
  let tooMany = false
  let taken: Promise<void> = Promise.resolve()
  let broken = false
  const takeNext = async (field: string, name: string, stream: BusboyFileStream) => {
    const bytes = await collect(stream).catch(() => undefined)
    if (bytes === undefined || (name === '' && bytes?.length === 0)) return
    await take({ field, name, bytes }, fields)
  }
  try {
    const parser = new Busboy({
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      limits: { ...small, files: limits.files, fileSize: limits.bytes },
    })
    parser.on('field', (name, value, nameCut, valueCut) => {
      if (!nameCut && !valueCut) fields.set(name, value)
    })
    parser.on('filesLimit', () => (tooMany = true))
    parser.on('file', (field, stream, name: string | undefined) => {
      stream.on('error', () => {})
      taken = taken.then(() => takeNext(field, name ?? '', stream))
      taken.catch(() => stream.resume())
    })
    await pipeline(Readable.fromWeb(request.body as ReadableStream), parser)
  } catch {
    broken = true
  }
  if (broken) return null
  await taken
  return { fields, tooMany }
}
