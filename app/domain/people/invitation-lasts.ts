/** How long the mailed link works with which somebody who was registered on the phone chooses a first password. */
export const invitationLasts = { days: 7 }
