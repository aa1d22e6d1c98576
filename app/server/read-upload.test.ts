import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readUpload } from './read-upload.server'
import type { UploadedFile } from './read-upload.server'

const limits = { bytes: 1000, files: 3 }

function requestOf(body: BodyInit, type?: string): Request {
  const headers = type === undefined ? undefined : { 'content-type': type }
  return new Request('http://portal.test/papers', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
}

function formOf(files: [field: string, name: string, size: number][], fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [field, name, size] of files) form.append(field, new File([new Uint8Array(size).fill(7)], name))
  return form
}

async function read(request: Request) {
  const files: UploadedFile[] = []
  const result = await readUpload(request, limits, async (file) => void files.push(file))
  return { result, files: files.map(({ bytes, ...rest }) => ({ ...rest, size: bytes?.length ?? null })) }
}

test('every file comes with its field, name and bytes, and the other fields beside it', async () => {
  const sent = formOf(
    [
      ['other', 'Röntgen 報告.pdf', 10],
      ['insurance_card', 'b.png', 1000],
    ],
    { intake: 'x' },
  )
  const { result, files } = await read(requestOf(sent))
  expect(files).toEqual([
    { field: 'other', name: 'Röntgen 報告.pdf', size: 10 },
    { field: 'insurance_card', name: 'b.png', size: 1000 },
  ])
  expect(result?.tooMany).toBe(false)
  expect(result?.fields.get('intake')).toBe('x')
})

test('fields that stand before a file are known when it is taken', async () => {
  let intake: string | undefined
  const sent = requestOf(formOf([['other', 'a.pdf', 1]], { intake: 'the one' }))
  await readUpload(sent, limits, async (_, fields) => void (intake = fields.get('intake')))
  expect(intake).toBe('the one')
})

test('a file that is too long comes without bytes and does not stop the next', async () => {
  const { files } = await read(
    requestOf(
      formOf([
        ['a', 'long', 1001],
        ['a', 'longer', 300_000],
        ['b', 'fits', 1000],
      ]),
    ),
  )
  expect(files.map(({ size }) => size)).toEqual([null, null, 1000])
})

test('an empty file field is no file, and an empty file is one', async () => {
  const { files } = await read(
    requestOf(
      formOf([
        ['a', '', 0],
        ['a', 'empty.pdf', 0],
      ]),
    ),
  )
  expect(files).toEqual([{ field: 'a', name: 'empty.pdf', size: 0 }])
})

test('more files than allowed are said and dropped', async () => {
  const many = Array.from({ length: 9 }, (_, at): [string, string, number] => ['a', `${at}`, 500])
  const { result, files } = await read(requestOf(formOf(many)))
  expect(files).toHaveLength(3)
  expect(result?.tooMany).toBe(true)
})

test('one file is done with before the next is read', async () => {
  const seen: string[] = []
  const sent = requestOf(
    formOf([
      ['a', 'one', 1000],
      ['a', 'two', 1000],
      ['a', 'three', 1],
    ]),
  )
  await readUpload(sent, limits, async ({ name }) => {
    seen.push(`${name} begins`)
    await Promise.resolve()
    seen.push(`${name} ends`)
  })
  expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends'])
})

test('what goes wrong while a file is taken is thrown, and the rest is still read to its end', async () => {
  const sent = requestOf(
    formOf([
      ['a', 'one', 900],
      ['a', 'two', 200_000],
      ['a', 'three', 1],
    ]),
  )
  await expect(readUpload(sent, limits, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room')
})

test.each([
  ['no form with files', requestOf('a=b', 'application/x-www-form-urlencoded')],
  ['no boundary', requestOf('x', 'multipart/form-data')],
  ['an empty boundary', requestOf('x', 'multipart/form-data; boundary=')],
  ['no body', new Request('http://portal.test/', { headers: { 'content-type': 'multipart/form-data; boundary=x' } })],
  ['nothing of a form', requestOf('hello', 'multipart/form-data; boundary=x')],
])('%s is null', async (_, request) => {
  expect((await read(request)).result).toBeNull()
})

const boundary = '----papers'
const part = (name: string, size: number) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="a"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n${'x'.repeat(size)}\r\n`
const type = `multipart/form-data; boundary=${boundary}`

/** A body that arrives in these pieces, and then ends or breaks. */
function arriving(pieces: readonly Uint8Array[], breaks = false): ReadableStream<Uint8Array> {
  const left = [...pieces]
  return new ReadableStream({
    pull(controller) {
      const next = left.shift()
      if (next) controller.enqueue(next)
      else if (breaks) controller.error(new Error('reset'))
      else controller.close()
    },
  })
}

test('a line that breaks is null; what was whole by then is taken, the torn file never', async () => {
  const sent = Buffer.from(part('whole', 300) + part('torn', 500).slice(0, 400))
  for (const breaks of [true, false]) {
    const { result, files } = await read(requestOf(arriving([sent.subarray(0, 200), sent.subarray(200)], breaks), type))
    expect(result).toBeNull()
    expect(files.map(({ name }) => name)).not.toContain('torn')
  }
})

test('however the body is cut into pieces, the same files arrive', async () => {
  const whole = Buffer.from(`${part('one', 300) + part('long', 2000) + part('two', 999)}--${boundary}--\r\n`)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 12 }), async (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), whole.length]
      const pieces = at
        .slice(1)
        .map((end, index) => whole.subarray(at[index], end))
        .filter(({ length }) => length > 0)
      const { files } = await read(requestOf(arriving(pieces), type))
      expect(files.map(({ name, size }) => [name, size])).toEqual([
        ['one', 300],
        ['long', null],
        ['two', 999],
      ])
    }),
    { numRuns: 60 },
  )
})

test('names that break a line or a header are left out, whatever they say', async () => {
  const odd = `--${boundary}\r\nContent-Disposition: form-data; name="a"; filename="x\ny"\r\n\r\nz\r\n--${boundary}--\r\n`
  expect((await read(requestOf(odd, type))).files).toEqual([])
})
