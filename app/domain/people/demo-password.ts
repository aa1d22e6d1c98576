/** The password of every demo account; production refuses to start while one exists. */
export const demoPassword = 'ilium demo 2026'
