import type { PaperKind, PaperMediaType } from '../intake/paper-lists'

/** What each kind of paper is called, and what is useful of it. */
export const paperKindWords: Record<PaperKind, { readonly one: string; readonly hint: string }> = {
  imaging_report: {
    one: 'Report of an x-ray, MRI or CT',
    hint: 'The page with the doctor’s words helps us most.',
  },
  insurance_card: { one: 'Insurance card', hint: 'Front and back.' },
  other: { one: 'Something else', hint: 'A letter, a list of your medicines, a note from a surgery.' },
}

const mediaWords: Record<PaperMediaType, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/heic': 'HEIC',
}

export function mediaWord(mediaType: PaperMediaType): string {
  return mediaWords[mediaType]
}

/** A size for people: "340 KB", "2.4 MB". */
export function sizeWords(bytes: number): string {
  const [kilo, mega] = [1024, 1024 * 1024]
  if (bytes < kilo) return '1 KB'
  return bytes < mega ? `${Math.round(bytes / kilo)} KB` : `${(bytes / mega).toFixed(1)} MB`
}
