/**
 * What a patient agrees to before each video visit. The text of a version never changes: a changed text is a new version.
 * Elements: FSMB 2022 (nature and limits, risks, right to refuse, alternatives, who may be there, recording, emergency).
 */
export const telehealthConsent = {
  version: 'telehealth-2026-11',
  title: 'Before you come in by video',
  points: [
    'Your provider sees and hears you but cannot touch you. You may still need a visit in person.',
    'The line can drop. Then we call the number you gave us.',
    'The line is private. Nobody records this visit. Please do not record it either.',
    'You decide who is in the room with you, and you say yes before a guest joins.',
    'If you are in danger, we send help to the address you gave us.',
    'You can stop at any time and ask for a visit in person. Your care goes on.',
    'It costs what a visit in person costs, unless your plan says otherwise.',
  ],
  agree: 'I understand and agree to a video visit',
} as const
