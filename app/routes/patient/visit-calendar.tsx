import type { LoaderFunctionArgs } from '@remix-run/node'
import { wasRefused } from '~/domain/refusal'
import { readBookedVisit } from '~/features/schedule/read-booked-visit.server'
import { noPage } from '~/server/no-page.server'
import { paramId } from '~/server/param-id.server'
import { requireContext } from '~/server/require-context.server'

/** The calendar entry of a visit as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const booked = await readBookedVisit(context, { visitId: paramId(args, 'visitId') })
  if (wasRefused(booked)) return noPage()
  return new Response(booked.calendar, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="video-visit.ics"',
      'Cache-Control': 'no-store',
    },
  })
}
