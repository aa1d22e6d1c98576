import type { LocalAudioTrack, LocalVideoTrack } from 'livekit-client'
import { cameraSize } from './room-options'

export type Wants = { camera: boolean; microphone: boolean }

const isOver = (track: LocalAudioTrack | LocalVideoTrack | null) =>
  track?.mediaStreamTrack.readyState === 'ended' && !track.isMuted

/** Own camera and microphone, opened once, kept over a reconnect, given back on leaving. */
export class OwnTracks {
  video: LocalVideoTrack | null = null
  audio: LocalAudioTrack | null = null
  canFlip = false
  #facing: 'user' | 'environment' = 'user'
  #opening: Promise<void> | null = null

  /** Opens what is wanted and not open yet; what this device lacks or refuses stays null. */
  open(wants: Wants): Promise<void> {
    this.#opening ??= this.#open(wants).finally(() => {
      this.#opening = null
    })
    return this.#opening
  }

  async #open({ camera, microphone }: Wants): Promise<void> {
    if (isOver(this.video)) this.video = null
    if (isOver(this.audio)) this.audio = null
    const livekit = await import('livekit-client')
    livekit.setLogLevel('silent')
    if (microphone && !this.audio) this.audio = await livekit.createLocalAudioTrack().catch(() => null)
    if (camera && !this.video) {
      const wish = { facingMode: this.#facing, resolution: cameraSize(livekit) }
      this.video = await livekit.createLocalVideoTrack(wish).catch(() => null)
    }
    const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => [])
    this.canFlip = (devices ?? []).filter((device) => device.kind === 'videoinput').length > 1
  }

  /** Takes the camera on the other side of the device. */
  async flip(): Promise<void> {
    this.#facing = this.#facing === 'user' ? 'environment' : 'user'
    await this.video?.restartTrack({ facingMode: this.#facing }).catch(() => undefined)
  }

  get isSelfie(): boolean {
    return this.#facing === 'user'
  }

  close(): void {
    this.video?.stop()
    this.audio?.stop()
    this.video = null
    this.audio = null
  }
}
