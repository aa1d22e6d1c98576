import type { Room } from 'livekit-client'
import { dropPlan } from '~/domain/visit/drop-plan'
import { freshWatch, mayAskForPicture, watchLine } from '~/domain/visit/line-watch'
import type { LineQuality, LineWatch } from '~/domain/visit/line-watch'
import type { TicketAnswer } from './ask-ticket'
import { callOff } from './call-snapshot'
import type { CallPhase, CallSnapshot } from './call-snapshot'
import { LineMeter } from './line-meter'
import { listenToRoom } from './listen-to-room'
import { OwnTracks } from './own-tracks'
import type { Wants } from './own-tracks'
import { remoteParties } from './remote-parties'
import { connectOptions, roomOptions } from './room-options'

type LiveKit = typeof import('livekit-client')
type Options = Wants & { askTicket: () => Promise<TicketAnswer>; soundOnlyWhenWeak?: boolean; counterpart?: string }

const factsComeWithin = { milliseconds: 10_000 }
const givesUpAfter = dropPlan.giveUpAfter.minutes * 60_000

/**
 * One person's side of one call. Each way in asks for a fresh ticket; a lost line is tried again for three minutes, on a
 * new room too. Does nothing until `prepare` or `join`, so it can be made while a page renders.
 */
export class Call {
  #options: Options
  #own = new OwnTracks()
  #room: Room | null = null
  #phase: CallPhase = 'off'
  #refusal: CallSnapshot['refusal'] = null
  #lostAt: number | null = null
  #watch: LineWatch = freshWatch
  #meter = new LineMeter()
  #quality: LineQuality = 'unknown'
  #wanted = false
  #turn = 0
  #isReady = false
  #on = { camera: true, microphone: true }
  #wasIn = false
  #counterpartGoneAt: number | null = null
  #needsFacts = false
  #factsAt = 0
  #wake: (() => void) | null = null
  #timer: ReturnType<typeof setInterval> | undefined
  #snapshot = callOff
  #listeners = new Set<() => void>()

  constructor(options: Options) {
    this.#options = options
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  snapshot = (): CallSnapshot => this.#snapshot

  /** Opens own camera and microphone before the call, so that joining is quick. */
  async prepare(): Promise<void> {
    await this.#own.open(this.#options)
    this.#isReady = true
    this.#tell()
  }

  async join(): Promise<void> {
    if (this.#wanted) return
    this.#wanted = true
    this.#phase = 'connecting'
    this.#refusal = null
    this.#tell()
    this.#timer = setInterval(() => void this.#look(), 1000)
    await this.#connect()
  }

  /** Goes out and gives camera and microphone back; with `keepTracks` they stay open for another way in. */
  leave({ keepTracks = false } = {}): void {
    this.#stop('off')
    if (!keepTracks) {
      this.#own.close()
      this.#isReady = false
    }
    this.#tell()
  }

  /** The page is visible or online again: whatever is broken is tried at once. */
  revive(): void {
    if (!this.#wanted || this.#room) return
    this.#wake?.()
    if (this.#phase !== 'failed') return
    this.#lostAt = null
    this.#line('reconnecting', performance.now())
    void this.#connect()
  }

  async setMicrophone(on: boolean): Promise<void> {
    this.#on.microphone = on
    const { audio } = this.#own
    await (on ? audio?.unmute() : audio?.mute())
    this.#tell()
  }

  async setCamera(on: boolean): Promise<void> {
    this.#on.camera = on
    const { video } = this.#own
    await (on ? video?.unmute() : video?.mute())?.catch(() => undefined)
    this.#tell()
  }

  async flip(): Promise<void> {
    await this.#own.flip()
    this.#tell()
  }

  /** The person wants the pictures back after sound only. */
  async tryPicture(): Promise<void> {
    this.#watch = freshWatch
    this.#subscribePictures(true)
    await this.setCamera(true)
  }

  async playSound(): Promise<void> {
    await this.#room?.startAudio().catch(() => undefined)
    this.#tell()
  }

  /** The page has loaded its facts, read at this time, and still wants this call. */
  factsCame(readAt: number): void {
    const isNew = readAt !== this.#factsAt
    this.#factsAt = readAt
    if (isNew && this.#needsFacts) this.#wake?.()
  }

  /** The room was closed or left us: whether the visit goes on in another room is for the page to say first. */
  async #askFacts(): Promise<void> {
    this.#turn += 1
    const turn = this.#turn
    this.#needsFacts = true
    this.#line('connecting', null)
    await this.#pause(factsComeWithin.milliseconds)
    this.#needsFacts = false
    if (this.#wanted && this.#turn === turn) await this.#connect()
  }

  async #connect(): Promise<void> {
    this.#turn += 1
    const turn = this.#turn
    const isMine = () => this.#wanted && this.#turn === turn
    const since = this.#lostAt ?? performance.now()
    for (let attempt = 0; isMine(); attempt += 1) {
      const isSettled = await this.#tryOnce(isMine)
      if (isSettled || !isMine()) return
      this.#lostAt ??= since
      this.#phase = performance.now() - since > givesUpAfter ? 'failed' : 'reconnecting'
      this.#tell()
      if (this.#phase === 'failed') return
      await this.#pause(Math.min(500 * 2 ** attempt, 5000))
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
      setTimeout(resolve, ms)
    })
  }

  async #tryOnce(isMine: () => boolean): Promise<boolean> {
    const answer = await this.#options.askTicket()
    if (!isMine() || answer === 'again') return false
    if ('refused' in answer) {
      this.#refusal = answer
      this.#stop('refused')
      this.#tell()
      return true
    }
    try {
      const livekit = await import('livekit-client')
      livekit.setLogLevel('silent')
      livekit.setLogLevel('silent')
      const room = new livekit.Room(roomOptions(livekit))
      this.#listen(room, livekit)
      await room.connect(answer.url, answer.token, connectOptions)
      if (!isMine()) {
        await room.disconnect(false)
        return false
      }
      this.#room = room
      this.#phase = 'connected'
      this.#wasIn = true
      this.#lostAt = null
      this.#tell()
      await this.#publish(room)
      return true
    } catch {
      return false
    }
  }

  async #publish(room: Room): Promise<void> {
    await this.prepare()
    if (!this.#on.microphone) await this.#own.audio?.mute()
    if (!this.#on.camera) await this.#own.video?.mute()
    for (const track of [this.#own.audio, this.#own.video])
      if (track && this.#room === room) await room.localParticipant.publishTrack(track).catch(() => undefined)
    this.#tell()
  }

  #listen(room: Room, livekit: LiveKit): void {
    listenToRoom(room, livekit, {
      changed: () => this.#tell(),
      published: () => this.#watch.soundOnly && this.#subscribePictures(false),
      quality: (quality) => {
        this.#quality = quality
        this.#tell()
      },
      dropped: () => this.#line('reconnecting', performance.now()),
      restored: () => this.#line('connected', null),
      ended: (why) => {
        if (this.#room !== room) return
        this.#room = null
        if (!this.#wanted) return
        if (why === 'elsewhere') {
          this.#own.close()
          this.#stop('elsewhere')
          this.#tell()
        } else if (why === 'put-out') void this.#askFacts()
        else {
          this.#line('reconnecting', performance.now())
          void this.#connect()
        }
      },
    })
  }

  #line(phase: CallPhase, lostAt: number | null): void {
    this.#phase = phase
    this.#lostAt = lostAt === null ? null : (this.#lostAt ?? lostAt)
    this.#tell()
  }

  #stop(phase: CallPhase): void {
    this.#wanted = false
    this.#turn += 1
    clearInterval(this.#timer)
    const room = this.#room
    this.#room = null
    void room?.disconnect(false)
    this.#phase = phase
    this.#lostAt = null
    this.#watch = freshWatch
    this.#quality = 'unknown'
  }

  async #look(): Promise<void> {
    const room = this.#room
    if (!this.#options.soundOnlyWhenWeak || this.#phase !== 'connected' || !room) return
    const before = this.#watch
    const isNarrow = this.#quality === 'weak' && (await this.#meter.isNarrow(room, this.#own))
    if (this.#room !== room) return
    const measured = this.#quality === 'weak' && !isNarrow ? 'unknown' : this.#quality
    this.#watch = watchLine(before, measured, performance.now())
    if (this.#watch.soundOnly && !before.soundOnly) {
      this.#subscribePictures(false)
      void this.setCamera(false)
    }
    this.#tell()
  }

  #subscribePictures(on: boolean): void {
    for (const participant of this.#room?.remoteParticipants.values() ?? [])
      for (const publication of participant.videoTrackPublications.values()) publication.setSubscribed(on)
  }

  #tell(): void {
    const { audio, video, canFlip, isSelfie } = this.#own
    const { counterpart } = this.#options
    const isGone = this.#room !== null && counterpart !== undefined && !this.#room.remoteParticipants.has(counterpart)
    this.#counterpartGoneAt = isGone ? (this.#counterpartGoneAt ?? performance.now()) : null
    this.#snapshot = {
      phase: this.#phase,
      refusal: this.#refusal,
      lostAt: this.#lostAt,
      wasIn: this.#wasIn,
      needsFacts: this.#needsFacts,
      quality: this.#quality,
      remotes: this.#room ? remoteParties(this.#room) : this.#phase === 'reconnecting' ? this.#snapshot.remotes : [],
      counterpartGoneAt: this.#counterpartGoneAt,
      ownVideo: video && !video.isMuted ? video : null,
      isSelfie,
      isReady: this.#isReady,
      hasCamera: video !== null,
      hasMicrophone: audio !== null,
      cameraOn: video !== null && !video.isMuted,
      microphoneOn: audio !== null && !audio.isMuted,
      canFlip: canFlip && video !== null && !video.isMuted,
      soundOnly: this.#watch.soundOnly,
      mayAskForPicture: mayAskForPicture(this.#watch, performance.now()),
      needsTap: this.#room !== null && !this.#room.canPlaybackAudio,
    }
    for (const listener of this.#listeners) listener()
  }
}
