export const scales = ['nrs', 'peg'] as const
export type Scale = (typeof scales)[number]

/** What a number stands for. Two numbers can be compared only when scale, anchor and side agree. */
export const anchors = ['now', 'average_7_days', 'worst_24_hours', 'past_week'] as const
export type Anchor = (typeof anchors)[number]

export const measureSources = ['patient', 'staff_in_clinic', 'staff_by_phone'] as const

/** Points in time of the diary after an injection (clinical basis 7.3): minutes and hours on the day, then daily to day 14. */
export const diarySlots = [
  'm30',
  'h1',
  'h2',
  'h4',
  'h8',
  'd1',
  'd2',
  'd3',
  'd4',
  'd5',
  'd6',
  'd7',
  'd8',
  'd9',
  'd10',
  'd11',
  'd12',
  'd13',
  'd14',
] as const
export type DiarySlot = (typeof diarySlots)[number]

export const nextSteps = [
  'rehab_and_wait',
  'repeat_later',
  'second_diagnostic',
  'other_source',
  'in_person_exam',
  'discharge',
] as const
export type NextStep = (typeof nextSteps)[number]
