import { isOpaqueId } from '~/domain/opaque-id'
import { paths } from '~/domain/paths'

/** Where a form about an intake leads back to: the visit it was filled in, else the intake's own page. */
export function backTo(form: FormData, intakeId: string): string {
  const visitId = form.get('visitId')
  return typeof visitId === 'string' && isOpaqueId(visitId) ? paths.visit(visitId) : paths.intakeTriage(intakeId)
}
