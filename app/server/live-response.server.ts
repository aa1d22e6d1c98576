import type { LoaderFunctionArgs } from '@remix-run/node'
import { findSession } from '@db/find-session'
import { liveEventsAfter } from '@db/live-events'
import type { LiveEvent } from '@db/live-events'
import { hashToken } from '@db/token'
import { optionalGuest } from './guest.server'
import { optionalContext } from './require-context.server'
import { sessionCookie } from './session-cookie'

type Who = {
  id: string
  concerns: (event: LiveEvent) => boolean
  tellsVisit: boolean
  isStillThere: () => Promise<boolean>
}

const heartbeat = { milliseconds: 15_000 }

async function listenerOf(args: LoaderFunctionArgs): Promise<Who | null> {
  const { person, database } = await optionalContext(args)
  if (person) {
    const token = args.context.cookies.read(sessionCookie)
    const isOwn = (event: LiveEvent) => event.patientId === person.id
    const isStaff = person.role !== 'patient'
    return {
      id: person.id,
      tellsVisit: isStaff,
      concerns: (event) =>
        isOwn(event) || (isStaff && event.topic !== 'session' && (person.role !== 'admin' || event.topic === 'people')),
      isStillThere: async () => {
        const found = await findSession(database, token && hashToken(token), false)
        return found.session?.role === person.role
      },
    }
  }
  const context = await optionalGuest(args)
  return (
    context && {
      id: context.guest.id,
      tellsVisit: true,
      concerns: (event) => event.visitId === context.guest.visitId,
      isStillThere: async () => (await optionalGuest(args)) !== null,
    }
  )
}

function startAfter(request: Request): number {
  const asked = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after') ?? ''
  return /^\d{1,15}$/.test(asked) ? Number(asked) : Number.MAX_SAFE_INTEGER
}

/**
 * A stream of server-sent events for the signed-in person or guest: what changed, by topic. It starts after the page's
 * or the browser's last event, beats every 15 seconds, ends with `over` when the session does, and keeps no session alive.
 */
export async function liveResponse(args: LoaderFunctionArgs): Promise<Response> {
  const who = await listenerOf(args)
  if (!who) return new Response(null, { status: 401 })
  const { live, database, log } = args.context.services
  const { closed } = args.context
  const after = startAfter(args.request)
  const encoder = new TextEncoder()
  let leave = () => {}

  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      let ended = false
      let timer: NodeJS.Timeout | undefined
      let forget = () => {}
      leave = () => {
        ended = true
        clearInterval(timer)
        forget()
      }
      const write = (text: string) => {
        if (ended) return
        if ((controller.desiredSize ?? 0) < -64) end()
        else controller.enqueue(encoder.encode(text))
      }
      const end = () => {
        if (ended) return
        leave()
        controller.close()
      }
      const over = () => {
        write('event: over\ndata: {}\n\n')
        end()
      }
      const check = () => {
        who.isStillThere().then(
          (isThere) => (isThere ? undefined : over()),
          () => end(),
        )
      }
      const tell = (event: LiveEvent) => {
        if (!who.concerns(event)) return
        const data = { topic: event.topic, ...(who.tellsVisit && event.visitId ? { visitId: event.visitId } : {}) }
        write(`id: ${event.id}\nevent: change\ndata: ${JSON.stringify(data)}\n\n`)
        if (event.topic === 'session') check()
      }
      forget = live.listen({ personId: who.id, hear: tell, over: end })
      closed.addEventListener('abort', end)
      if (closed.aborted) end()
      if (ended) return forget()
      timer = setInterval(() => {
        write(': beat\n\n')
        check()
      }, heartbeat.milliseconds)
      write(`retry: 2000\nevent: snapshot\ndata: {}\n\n`)
      const missed = await liveEventsAfter(database, after).catch((error: unknown) => {
        log.warn({ err: error }, 'missed live events could not be read')
        return null
      })
      if (missed) for (const event of missed) tell(event)
      else end()
    },
    cancel: () => leave(),
  })
  return new Response(stream, {
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' },
  })
}
