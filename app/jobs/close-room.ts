import { z } from 'zod'
import { closeRoom } from '~/features/visit/close-room.server'
import type { Task } from './job'

const Payload = z.object({ visitId: z.uuid(), room: z.string() })

/** Closes a room on the media server. */
export const closeRoomTask: Task = ({ context }, payload) => closeRoom(context, Payload.parse(payload))
