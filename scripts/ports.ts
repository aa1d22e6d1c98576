import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { PlainFailure } from './plain-failure'

export type Ports = {
  /** The portal, TCP. */
  web: number
  /** The embedded PostgreSQL, TCP. */
  postgres: number
  /** LiveKit's API and signalling on TCP, and its media on UDP: the same number. */
  livekit: number
  /** LiveKit's STUN address, UDP. Nothing listens there; browsers are told it so that they ask no one else. */
  stun: number
}

const band = 10_000

/**
 * Every port of one copy of the portal, from the one number a person chooses. Each kind has a band of ten thousand ports of
 * its own, so that two copies whose `PORT`s differ (and are below 10,000) never meet. From 10,000 on, copies whose `PORT`s
 * differ by a multiple of 10,000 would.
 */
export function portsFrom(port: number): Ports {
  const place = port % band
  const own = port - place
  const bands = [1, 2, 3].map((number) => number * band).filter((start) => start !== own)
  const [postgres = band, livekit = 2 * band] = bands.map((start) => start + place)
  return { web: port, postgres, livekit, stun: postgres }
}

/** Reads `PORT`; throws a plain failure when it is not a port number. */
export function portNumber(text: string | undefined, fallback: number): number {
  if (text === undefined || text === '') return fallback
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new PlainFailure(
    `PORT is "${text}", which is no port. Choose a whole number from 1024 to 9999, for example 3000.`,
  )
}

/** Whether a TCP port on the loopback interface can be listened on now; null when it can, else the error's code. */
function tcpRefusal(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(null)))
  })
}

function udpRefusal(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    socket.bind(port, '127.0.0.1', () => socket.close(() => resolve(null)))
  })
}

/** The first of the ports that is taken, with why, or null. Only the kinds named are asked. */
export async function takenPort(ports: Ports, kinds: readonly ('web' | 'postgres' | 'livekit')[]) {
  for (const kind of kinds) {
    const code = (await tcpRefusal(ports[kind])) ?? (kind === 'livekit' ? await udpRefusal(ports.livekit) : null)
    if (code) return { kind, port: ports[kind], code }
  }
  return null
}

const programs = { web: 'the portal', postgres: 'its database', livekit: 'its video server' } as const

/** Throws a plain failure when a needed port is taken or may not be used. */
export async function demandFreePorts(ports: Ports, kinds: readonly ('web' | 'postgres' | 'livekit')[]): Promise<void> {
  const taken = await takenPort(ports, kinds)
  if (!taken) return
  const derived = taken.kind === 'web' ? '' : ` (for ${programs[taken.kind]}, derived from PORT=${ports.web})`
  const another = ports.web + 100 > 9999 ? 3000 : ports.web + 100
  const why = taken.code === 'EACCES' ? 'may not be used by this user' : 'is in use by another program'
  throw new PlainFailure(
    `Port ${taken.port}${derived} ${why}. Stop that program, or choose another with PORT=${another}.`,
  )
}
