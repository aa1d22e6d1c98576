import { isQuestionKey } from '~/domain/intake/instrument'
import { returnPath } from '~/domain/people/return-path'
import { shownKeys } from '~/ui/intake/intake-values'

/** Fields of a page of questions beside the answers: whose page it is, of which intake, and the field the person was in. */
export const ownerFields = { who: 'who', intake: 'intake', at: 'at' } as const

/** Fields that only the page of signing in again adds. */
export const carryFields = { to: 'to', resume: 'resume', byScript: 'by-script' } as const

/** What a page posted after its session had ended, carried through signing in again. Never stored, never in an address. */
export type Carried = {
  /** The address that takes these fields. */
  readonly to: string
  /** The person whose session ended: nobody else's sign-in sends these answers on. */
  readonly who: string
  readonly fields: readonly (readonly [name: string, text: string])[]
}

const prefixes = ['base.', 'mine.', 'keep.']
const mostFields = 400

function isOfQuestions(name: string, keys: readonly string[]): boolean {
  const plain = prefixes.reduce((rest, prefix) => (rest.startsWith(prefix) ? rest.slice(prefix.length) : rest), name)
  const [key = ''] = plain.split('.')
  return isQuestionKey(key) && keys.includes(key)
}

/** The fields of a page of questions; null when the form shows no question or does not say whose it is. */
export function carriedFrom(form: FormData, to: string): Carried | null {
  const keys = shownKeys(form)
  const who = form.get(ownerFields.who)
  if (keys.length === 0 || typeof who !== 'string' || who === '') return null
  const known = ['shown', ...Object.values(ownerFields)]
  const isResolving = (name: string, text: string) => name === 'intent' && text === 'resolve'
  const fields = [...form].flatMap(([name, text]) =>
    typeof text === 'string' && (known.includes(name) || isResolving(name, text) || isOfQuestions(name, keys))
      ? [[name, text] as const]
      : [],
  )
  return { to, who, fields: fields.slice(0, mostFields) }
}

/** The fields as the page of signing in again sends them on; null when they do not lead back to a page of the person's own. */
export function carriedOn(form: FormData): Carried | null {
  const to = form.get(carryFields.to)
  if (typeof to !== 'string' || !to.startsWith('/care/intake/') || returnPath('patient', to) !== to || to.includes('#'))
    return null
  return carriedFrom(form, to)
}
