/** Name of the cookie that holds the session's token; on https it is sent as `__Host-ilium`. */
export const sessionCookie = 'ilium'

/** Name of the cookie that holds a guest's link token. */
export const guestCookie = 'ilium-guest'
