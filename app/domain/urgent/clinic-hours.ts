/** When clinicians return calls: the wall clock of the clinic, ISO weekdays 1 Monday to 5 Friday. */
export const clinicHours = { opens: '08:00', closes: '17:00', lastWeekday: 5 } as const
