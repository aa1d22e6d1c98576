import type { Room } from 'livekit-client'
import type { OwnTracks } from './own-tracks'

/** Below this there is room for sound alone. */
const narrow = { bitsPerSecond: 150_000, lostShare: 0.05 }

type Numbers = Record<string, unknown>
const numberIn = (report: Numbers, name: string) => (typeof report[name] === 'number' ? Number(report[name]) : 0)

/**
 * Measures whether the line itself is too narrow for pictures: what may be sent, and the share of sound that is lost since
 * the last look. A slow device is no narrow line.
 */
export class LineMeter {
  #lost = 0
  #received = 0

  async isNarrow(room: Room, own: OwnTracks): Promise<boolean> {
    const sent = await own.video?.sender?.getStats().catch(() => null)
    const mayBeSent = [...(sent?.values() ?? [])]
      .map((report: Numbers) => numberIn(report, 'availableOutgoingBitrate'))
      .filter((bits) => bits > 0)
    if (mayBeSent.some((bits) => bits < narrow.bitsPerSecond)) return true
    let [lost, received] = [0, 0]
    for (const participant of room.remoteParticipants.values())
      for (const { track } of participant.audioTrackPublications.values()) {
        const heard = await track?.receiver?.getStats().catch(() => null)
        for (const report of heard?.values() ?? []) {
          lost += numberIn(report, 'packetsLost')
          received += numberIn(report, 'packetsReceived')
        }
      }
    const [newlyLost, newlyReceived] = [lost - this.#lost, received - this.#received]
    this.#lost = lost
    this.#received = received
    return newlyLost > 0 && newlyReceived >= 0 && newlyLost / (newlyLost + newlyReceived) > narrow.lostShare
  }
}
