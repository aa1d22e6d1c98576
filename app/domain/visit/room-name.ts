const pattern = /^v_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(\d{1,6})$/

/** The room of a visit: opaque, and new with every epoch, so that an old token opens nothing. */
export function roomName(visitId: string, epoch: number): string {
  return `v_${visitId}_${epoch}`
}

/** The visit and epoch of a room, or null when the room is none of a visit. */
export function visitOfRoom(room: string): { visitId: string; epoch: number } | null {
  const [, visitId, epoch] = pattern.exec(room) ?? []
  return visitId === undefined || epoch === undefined ? null : { visitId, epoch: Number(epoch) }
}
