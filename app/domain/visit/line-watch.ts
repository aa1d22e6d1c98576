import { soundOnly } from './drop-plan'

/** How good the line is, in the words of the media server's own score. */
export type LineQuality = 'good' | 'weak' | 'none' | 'unknown'

/** Since when the line is weak or good, in milliseconds of any steady clock, and whether both pictures are off. */
export type LineWatch = {
  readonly weakSince: number | null
  readonly goodSince: number | null
  readonly soundOnly: boolean
}

export const freshWatch: LineWatch = { weakSince: null, goodSince: null, soundOnly: false }

/** The watch after one look at the line: ten weak seconds turn the pictures off; nothing turns them on but the person. */
export function watchLine(watch: LineWatch, quality: LineQuality, now: number): LineWatch {
  const weakSince = quality === 'weak' ? (watch.weakSince ?? now) : null
  const goodSince = quality === 'good' ? (watch.goodSince ?? now) : null
  const tooLong = weakSince !== null && now - weakSince >= soundOnly.afterWeak.seconds * 1000
  return { weakSince, goodSince, soundOnly: watch.soundOnly || tooLong }
}

/** Whether the line has been good long enough to ask the person about the picture. */
export function mayAskForPicture(watch: LineWatch, now: number): boolean {
  return watch.soundOnly && watch.goodSince !== null && now - watch.goodSince >= soundOnly.testEvery.seconds * 1000
}
