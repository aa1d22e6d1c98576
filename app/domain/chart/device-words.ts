import type { DeviceVerdict } from '~/domain/visit/arrival'

/** What the check of the patient's device found, and what to offer when something is missing. */
export function deviceWords(
  camera: DeviceVerdict | null,
  microphone: DeviceVerdict | null,
): { works: boolean; words: string; offer?: string } {
  if (camera === null || microphone === null || (camera === 'not_checked' && microphone === 'not_checked')) {
    return { works: false, words: 'Camera and mic not checked', offer: 'Phone is ready if it fails' }
  }
  if (microphone === 'none') {
    return {
      works: false,
      words: camera === 'works' ? 'No microphone' : 'No camera, no microphone',
      offer: 'Offer the phone',
    }
  }
  if (camera === 'none')
    return { works: false, words: 'Sound only, no camera', offer: 'No movement checks by sound alone' }
  if (camera === 'not_checked') return { works: false, words: 'Camera not checked' }
  if (microphone === 'not_checked') return { works: false, words: 'Microphone not checked' }
  return { works: true, words: 'Camera and mic work' }
}
