import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'

export const id = () => uuid('id').primaryKey().defaultRandom()
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** A half-open span of time `[from, to)`, stored as tstzrange. */
export type Span = { from: Date; to: Date }

export const span = customType<{ data: Span; driverData: string }>({
  dataType: () => 'tstzrange',
  toDriver: (value) => `[${value.from.toISOString()},${value.to.toISOString()})`,
  fromDriver: (text) => {
    const [from, to] = text.slice(1, -1).split(',')
    const instant = (part: string | undefined) => new Date((part ?? '').replaceAll('"', ''))
    return { from: instant(from), to: instant(to) }
  },
})

/** Raw bytes, as a file was handed over. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** One JSON value, read as it was written: drizzle's own jsonb reads a text such as "0" or "2026" a second time, as a number. */
export const json = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
})
