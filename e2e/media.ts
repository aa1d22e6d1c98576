import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** Starts Chromium with a camera and microphone that exist nowhere: a moving picture and a beep. */
export const fakeDeviceArgs = [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--disable-quic',
]

/**
 * What a browser prints when a room closes while its page is still in it and tries, for a moment, to come back; anything
 * else on the console is a fault.
 */
export const callNoise = [/WebSocket connection to '\S+\/rtc\/v1\?/, /\/rtc\/v1\/validate\?/]

export type MediaCounts = {
  /** Pictures of others that were decoded. */
  framesDecoded: number
  /** Own pictures that were encoded. */
  framesEncoded: number
  /** Energy of others' sound that was played; stays 0 until it is attached to an element. */
  audioEnergy: number
}

declare global {
  interface Window {
    peersOfThisPage?: RTCPeerConnection[]
  }
}

/** Remembers every peer connection of this page; call it before the page opens. */
export async function watchMedia(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const peers: RTCPeerConnection[] = []
    window.peersOfThisPage = peers
    window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
      construct(target, parameters: [RTCConfiguration?]) {
        const peer = new target(...parameters)
        peers.push(peer)
        return peer
      },
    })
  })
}

/** The counts over all live peer connections of the page now. */
export function mediaCounts(page: Page): Promise<MediaCounts> {
  return page.evaluate(async () => {
    const counts = { framesDecoded: 0, framesEncoded: 0, audioEnergy: 0 }
    const live = (window.peersOfThisPage ?? []).filter((peer) => peer.connectionState !== 'closed')
    for (const peer of live)
      for (const report of (await peer.getStats()).values()) {
        if (report.type === 'inbound-rtp' && report.kind === 'video') counts.framesDecoded += report.framesDecoded ?? 0
        if (report.type === 'outbound-rtp' && report.kind === 'video') counts.framesEncoded += report.framesEncoded ?? 0
        if (report.type === 'inbound-rtp' && report.kind === 'audio') counts.audioEnergy += report.totalAudioEnergy ?? 0
      }
    return counts
  })
}

const enough = { frames: 10, patience: 30_000 }

/** Pictures of the others are decoded and their sound is played on this page, counted from now on. */
export async function expectMediaArrives(page: Page, what: { picture?: boolean; sound?: boolean } = {}): Promise<void> {
  const { picture = true, sound = true } = what
  const before = await mediaCounts(page)
  const arrived = async () => {
    const now = await mediaCounts(page)
    const frames = now.framesDecoded - before.framesDecoded
    return {
      picture: !picture || frames >= enough.frames || now.framesDecoded < before.framesDecoded,
      sound: !sound || now.audioEnergy !== before.audioEnergy,
    }
  }
  await expect.poll(arrived, { timeout: enough.patience }).toEqual({ picture: true, sound: true })
}

/** The picture on the page moves: the largest video element shows frames of some size. */
export async function expectPictureShows(page: Page, label: string | RegExp): Promise<void> {
  const width = () =>
    page
      .getByLabel(label)
      .and(page.locator('video'))
      .evaluate((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0))
  await expect.poll(width, { timeout: enough.patience }).toBeGreaterThan(0)
}
