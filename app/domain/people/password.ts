/** Source: the clinic's security baseline (OWASP ASVS 5.0, 6.2): length, no composition rules, a blocklist, long ones accepted. */
export const passwordLength = { least: 15, most: 200 } as const

const common = new Set([
  '123456789012345',
  '1234567890123456',
  'abcdefghijklmno',
  'abcdefghijklmnop',
  'correct horse battery staple',
  'correcthorsebatterystaple',
  'iloveyouiloveyou',
  'letmeinletmeinletmein',
  'passwordpassword',
  'password12345678',
  'password123456789',
  'qwertyuiopasdfg',
  'qwertyuiopasdfgh',
  'qwertyuiop123456',
  'qwertyqwertyqwerty',
  'thequickbrownfox',
  'the quick brown fox',
  'trustno1trustno1',
  'welcomewelcome1',
  'welcome to the clinic',
])

function repeats(text: string): boolean {
  return [1, 2, 3, 4, 5].some(
    (length) =>
      text ===
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .slice(0, text.length),
  )
}

/** What is wrong with a chosen password, in words that say how to repair it, or null. `known` are words an attacker tries first. */
export function passwordProblem(password: string, known: readonly string[] = []): string | null {
  const length = [...password].length
  if (length < passwordLength.least) return `Use ${passwordLength.least} letters or more. You have ${length}.`
  if (length > passwordLength.most) return `Use ${passwordLength.most} letters or fewer. You have ${length}.`
  const plain = password.toLowerCase().trim()
  const isKnown =
    common.has(plain) || repeats(plain) || known.some((word) => word !== '' && plain === word.toLowerCase())
  return isKnown ? 'Too many people use this one. Choose other words.' : null
}
