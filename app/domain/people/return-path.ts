import type { Role } from './actor'
import { paths } from '../paths'

/** Where a person starts after sign-in. */
export const homeOf: Record<Role, string> = {
  patient: paths.care(),
  provider: paths.worklist(),
  scheduler: paths.board(),
  admin: paths.admin(),
}

const prefixes: Record<Role, readonly string[]> = {
  patient: ['/care'],
  provider: ['/worklist', '/visits'],
  scheduler: ['/board', '/cases', '/procedures', '/calls'],
  admin: ['/admin'],
}

/**
 * The wished address when it is one of this role's own pages, else the role's home. Nothing outside the portal is followed.
 * A field of the page may be named, `#q-goals`, and nothing else.
 */
export function returnPath(role: Role, wished: string | null | undefined): string {
  const [, path] = /^(\/[A-Za-z0-9/_-]*)(?:#q-[A-Za-z0-9]+)?$/.exec(wished ?? '') ?? []
  if (!wished || path === undefined || path.startsWith('//')) return homeOf[role]
  const known = [...prefixes[role], paths.account()]
  return known.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)) ? wished : homeOf[role]
}
