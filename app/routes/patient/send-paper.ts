import type { PaperKind } from '~/domain/intake/paper-lists'
import { paths } from '~/domain/paths'
import type { PaperReply } from './paper-reply'

const patience = { milliseconds: 5 * 60_000 }

/** Sends one paper and says how far it is. 'signed-out' when the session has ended; rejects when no answer of ours came back. */
export function sendPaper(
  wish: { intakeId: string; kind: PaperKind; file: File },
  onShare: (share: number) => void,
): Promise<PaperReply | 'signed-out'> {
  return new Promise((resolve, reject) => {
    const form = new FormData()
    form.set('intake', wish.intakeId)
    form.set(wish.kind, wish.file)
    const request = new XMLHttpRequest()
    request.open('POST', paths.intakePaperAdd())
    request.timeout = patience.milliseconds
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0))
    for (const end of ['error', 'timeout', 'abort'])
      request.addEventListener(end, () => reject(new Error('The line broke')))
    request.addEventListener('load', () => {
      if (new URL(request.responseURL).pathname !== paths.intakePaperAdd()) return resolve('signed-out')
      if (!request.getResponseHeader('content-type')?.includes('json'))
        return reject(new Error('Not an answer of the portal'))
      resolve(JSON.parse(request.responseText) as PaperReply)
    })
    request.send(form)
  })
}
