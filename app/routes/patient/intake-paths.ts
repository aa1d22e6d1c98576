import type { Step } from '~/domain/intake/steps'
import { paths } from '~/domain/paths'

/** Where a step is answered. Consents and signature stand on the review page, which is also the end of all steps. */
export function stepPath(step: Pick<Step, 'slug'> | undefined): string {
  return step === undefined || step.slug === 'consent' ? paths.intakeReview() : paths.intakeStep(step.slug)
}
