import type { Chart } from '~/features/chart/read-chart.server'
import type { StageFacts } from '~/domain/visit/stage-facts'
import type { ClinicWatch } from '~/domain/chart/clinic-watch'
import type { chartView } from './chart-view.server'
import type { TriageView } from './triage-view'

/** What the parts of a visit's page share. */
export type VisitPage = Pick<Chart, 'visit' | 'note' | 'order' | 'mine' | 'earlier'> & {
  stage: StageFacts & { asOf: Date }
  watch: ClinicWatch
  view: ReturnType<typeof chartView>
  /** What was said of the patient's newest intake; null when there is none. */
  triage: TriageView | null
}
