import type { DeviceVerdict } from '~/domain/visit/arrival'

/** `blocked`: the person or the device said no. `missing`: there is none. */
export type DeviceState = 'idle' | 'asking' | 'works' | 'blocked' | 'missing'

type Device = { id: string; label: string }

export type CheckSnapshot = {
  readonly camera: DeviceState
  readonly microphone: DeviceState
  readonly stream: MediaStream | null
  /** 0 to 5. */
  readonly level: number
  readonly wasHeard: boolean
  readonly cameras: readonly Device[]
  readonly microphones: readonly Device[]
  readonly cameraId: string | null
  readonly microphoneId: string | null
}

export const checkIdle: CheckSnapshot = {
  camera: 'idle',
  microphone: 'idle',
  stream: null,
  level: 0,
  wasHeard: false,
  cameras: [],
  microphones: [],
  cameraId: null,
  microphoneId: null,
}

const looksEvery = { milliseconds: 120 }
const heardFrom = 2

function stateOf(error: unknown): DeviceState {
  return error instanceof DOMException && error.name === 'NotAllowedError' ? 'blocked' : 'missing'
}

/** The loudness of a buffer of samples (0 to 255, silence at 128) in steps of 0 to 5. */
export function loudness(samples: Uint8Array): number {
  const power = samples.reduce((sum, sample) => sum + ((sample - 128) / 128) ** 2, 0) / Math.max(1, samples.length)
  return Math.min(5, Math.round(Math.sqrt(power) * 18))
}

/** What the check found, in the words of the arrival. A microphone that nobody was heard by is not checked. */
export function verdictOf(check: CheckSnapshot): { camera: DeviceVerdict; microphone: DeviceVerdict } {
  const isOff = (state: DeviceState) => state === 'blocked' || state === 'missing'
  const camera = check.camera === 'works' ? 'works' : isOff(check.camera) ? 'none' : 'not_checked'
  const hears = check.microphone === 'works' && check.wasHeard
  return { camera, microphone: hears ? 'works' : isOff(check.microphone) ? 'none' : 'not_checked' }
}

/** Opens camera and microphone for the check page only, and gives them back. */
export class DeviceCheck {
  #snapshot = checkIdle
  #sound: AudioContext | null = null
  #timer: ReturnType<typeof setInterval> | undefined
  #listeners = new Set<() => void>()

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  snapshot = (): CheckSnapshot => this.#snapshot

  /** Asks for both; when one of them cannot be had, for the other alone. */
  async start(choice: { cameraId?: string | null; microphoneId?: string | null } = {}): Promise<void> {
    const { cameraId = this.#snapshot.cameraId, microphoneId = this.#snapshot.microphoneId } = choice
    this.stop()
    this.#change({ camera: 'asking', microphone: 'asking', cameraId, microphoneId })
    if (!navigator.mediaDevices) return this.#change({ camera: 'missing', microphone: 'missing' })
    const video = cameraId ? { deviceId: { exact: cameraId } } : { facingMode: 'user' }
    const audio = microphoneId ? { deviceId: { exact: microphoneId } } : true
    const get = (wish: MediaStreamConstraints) => navigator.mediaDevices.getUserMedia(wish)
    const both = await get({ video, audio }).catch(() => null)
    if (both) this.#found(both, 'works', 'works')
    else {
      const seen = await get({ video }).catch(stateOf)
      const heard = await get({ audio }).catch(stateOf)
      const tracks = [seen, heard].flatMap((one) => (one instanceof MediaStream ? one.getTracks() : []))
      const word = (one: MediaStream | DeviceState) => (one instanceof MediaStream ? 'works' : one)
      this.#found(tracks.length > 0 ? new MediaStream(tracks) : null, word(seen), word(heard))
    }
    await this.#list()
  }

  stop(): void {
    clearInterval(this.#timer)
    for (const track of this.#snapshot.stream?.getTracks() ?? []) track.stop()
    void this.#sound?.close()
    this.#sound = null
    this.#change({ ...checkIdle, cameras: this.#snapshot.cameras, microphones: this.#snapshot.microphones })
  }

  #found(stream: MediaStream | null, camera: DeviceState, microphone: DeviceState): void {
    const idOf = (track: MediaStreamTrack | undefined) => track?.getSettings().deviceId ?? null
    this.#change({
      stream,
      camera,
      microphone,
      cameraId: idOf(stream?.getVideoTracks()[0]),
      microphoneId: idOf(stream?.getAudioTracks()[0]),
    })
    if (stream && microphone === 'works') this.#listen(stream)
  }

  #listen(stream: MediaStream): void {
    const sound = new AudioContext()
    const analyser = sound.createAnalyser()
    analyser.fftSize = 1024
    sound.createMediaStreamSource(stream).connect(analyser)
    void sound.resume()
    this.#sound = sound
    const samples = new Uint8Array(analyser.fftSize)
    this.#timer = setInterval(() => {
      analyser.getByteTimeDomainData(samples)
      const level = loudness(samples)
      if (level !== this.#snapshot.level)
        this.#change({ level, wasHeard: this.#snapshot.wasHeard || level >= heardFrom })
    }, looksEvery.milliseconds)
  }

  async #list(): Promise<void> {
    const all = await navigator.mediaDevices.enumerateDevices().catch(() => [])
    const of = (kind: MediaDeviceKind, word: string): Device[] =>
      all
        .filter((device) => device.kind === kind && device.deviceId !== '')
        .map((device, index) => ({ id: device.deviceId, label: device.label || `${word} ${index + 1}` }))
    this.#change({ cameras: of('videoinput', 'Camera'), microphones: of('audioinput', 'Microphone') })
  }

  #change(change: Partial<CheckSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of this.#listeners) listener()
  }
}
