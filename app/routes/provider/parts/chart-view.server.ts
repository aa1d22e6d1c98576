import { intakeSummary } from '~/domain/chart/intake-summary'
import { sideFacts } from '~/domain/chart/side-facts'
import { instrumentOf } from '~/domain/intake/instrument'
import type { Answers } from '~/domain/intake/instrument'
import { draftNote } from '~/domain/note/draft-note'
import { ageOn } from '~/domain/people/age-on'
import { dayOf } from '~/domain/time/day-of'
import { sayDate } from '~/domain/time/say-date'
import type { Chart } from '~/features/chart/read-chart.server'

/** What the pages of a visit show of the chart, derived once: summary, side, and the software's draft of a note. */
export function chartView(chart: Chart, zone: string) {
  const { intake, visit, order, procedure } = chart
  const summary = intake
    ? intakeSummary(intake.answers as Answers, dayOf(intake.sentAt, zone), instrumentOf(intake.instrumentVersion))
    : null
  const { bornOn } = visit.patient
  const age = bornOn ? ageOn(bornOn, dayOf(visit.startsAt, zone)) : null
  return {
    summary,
    side: sideFacts({ map: intake?.side, order: procedure?.order ?? order, procedure }),
    draft:
      summary && intake && visit.kind === 'consult'
        ? draftNote({ age, sentOn: sayDate(intake.sentAt, zone), summary })
        : null,
    intake: intake
      ? {
          sentAt: intake.sentAt,
          filledBy: intake.filledBy,
          triage: intake.triage,
          urgency: intake.urgency,
          siPattern: intake.siPattern,
          papers: intake.papers,
        }
      : null,
  }
}
