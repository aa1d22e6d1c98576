import { z } from 'zod'
import { modes } from '~/domain/people/mode'

const text = z.string().trim().min(1)
const optional = text.optional().catch(undefined)

const shape = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  ILIUM_MODE: z.enum(modes).default('production'),
  ILIUM_DEV: optional,
  HOST: text.default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: optional,
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_PREPARE: z.enum(['0', '1']).default('1'),
  SESSION_SECRET: z.string().min(32, 'must be at least 32 characters long'),
  LIVEKIT_URL: optional,
  LIVEKIT_API_KEY: optional,
  LIVEKIT_API_SECRET: optional,
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: optional,
  CLINIC_NAME: text.default('Twin Cities Pain Clinic'),
  CLINIC_PHONE: text.default('952-841-2345'),
  CLINIC_TIME_ZONE: text.default('America/Chicago'),
  WORKER: z.enum(['0', '1']).default('1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

const needed = [
  'DATABASE_URL',
  'SESSION_SECRET',
  'ORIGIN',
  'LIVEKIT_URL',
  'LIVEKIT_API_KEY',
  'LIVEKIT_API_SECRET',
  'SMTP_URL',
  'MAIL_FROM',
] as const

export type Env = Omit<z.infer<typeof shape>, 'ORIGIN'> & { ORIGIN: string }

/** Settings that stop the portal from starting, one sentence each. */
export class UnusableSettings extends Error {
  constructor(readonly problems: string[]) {
    super(`The portal does not start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.name = 'UnusableSettings'
  }
}

/** The settings of this process, checked. Throws `UnusableSettings`, which names every missing or wrong one. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const isProduction = (given['ILIUM_MODE'] ?? 'production') === 'production'
  const missing = needed
    .filter((name) => isProduction && given[name] === undefined)
    .map((name) => `${name} is not set.`)
  const parsed = shape.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues
      .filter((issue) => given[String(issue.path[0])] !== undefined || !isProduction)
      .map((issue) => `${String(issue.path[0])}: ${issue.message}`)
    throw new UnusableSettings([...missing, ...wrong])
  }
  const insecure = isProduction && /change.?me|example|default|your.?secret/i.test(parsed.data.SESSION_SECRET)
  const problems = [...missing, ...(insecure ? ['SESSION_SECRET is not a random secret.'] : [])]
  if (problems.length > 0) throw new UnusableSettings(problems)
  const origin = new URL(parsed.data.ORIGIN ?? `http://127.0.0.1:${parsed.data.PORT}`).origin
  return { ...parsed.data, ORIGIN: origin }
}
