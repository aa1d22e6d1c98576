import type { LoaderFunctionArgs } from '@remix-run/node'
import { paperDisposition } from '~/domain/paper/paper-disposition'
import { wasRefused } from '~/domain/refusal'
import { readPaper } from '~/features/intake/read-paper.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'

/** A paper as a file to save. It is never opened as a page of the portal; pictures also show inside a page. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient', 'provider')
  const paper = await readPaper(context, { paperId: paramId(args, 'paperId') })
  if (wasRefused(paper)) return noPage()
  return new Response(paper.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': paper.mediaType,
      'Content-Length': String(paper.bytes.length),
      'Content-Disposition': paperDisposition(paper.name),
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    },
  })
}
