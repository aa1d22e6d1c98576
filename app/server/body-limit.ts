import type { RequestHandler } from 'express'
import { paths } from '~/domain/paths'

const megabytes = (count: number) => count * 1024 * 1024

/** A form holds a few pages of words at most. A form with papers is read while it comes, and bounds each file itself. */
const most = { form: megabytes(2), papers: megabytes(256) }

const paperForms = new Set([paths.intakePapers(), `${paths.intakePapers()}.data`, paths.intakePaperAdd()])

/**
 * Refuses, before anything reads it, a body that is too long or does not say how long it is; a body never gets longer than
 * it says. What a page leaves unread is dropped once its answer is out, so that the browser gets to see the answer.
 */
export const bodyLimit: RequestHandler = (request, response, next) => {
  const refuse = (status: number, words: string) =>
    void response.status(status).set('Connection', 'close').type('text/plain').send(words)
  if (request.headers['transfer-encoding'] !== undefined) return refuse(411, 'Say how long it is.')
  const isPapers = paperForms.has(request.path) && Boolean(request.is('multipart/form-data'))
  const length = Number(request.headers['content-length'] ?? 0)
  if (length > (isPapers ? most.papers : most.form)) return refuse(413, 'This is too large.')
  response.on('finish', () => {
    if (request.readableEnded) return
    request.removeAllListeners('data')
    request.resume()
  })
  next()
}
