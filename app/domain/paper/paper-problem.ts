/** Why a paper is not taken. */
export type PaperProblem =
  | 'empty'
  | 'too_large'
  | 'other_type'
  | 'broken'
  | 'locked'
  | 'active'
  | 'too_many'
  | 'too_often'

/** What to do about it, in the person's words. */
export const paperProblems: Record<PaperProblem, string> = {
  empty: 'This file is empty. Choose it once more.',
  too_large: 'This file is larger than 10 MB. Take a photo of the page, or save it smaller.',
  other_type: 'We cannot read this kind of file. Send a PDF, or a photo as JPEG, PNG or HEIC.',
  broken: 'This file is not whole. Choose it once more, or take a photo of the page.',
  locked: 'This PDF is locked with a password. Save it without one, or take a photo of each page.',
  active: 'This PDF has a program or another file inside. Print it to a new PDF, or take a photo of each page.',
  too_many: 'You have added 12 papers, the most we can take. Remove one first.',
  too_often: 'You have added and removed many papers. Call us, and we will help you.',
}
