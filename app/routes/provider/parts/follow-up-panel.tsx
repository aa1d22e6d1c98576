import type { SubmissionResult } from '@conform-to/react'
import { paths } from '~/domain/paths'
import type { FollowUp } from '~/features/outcome/read-follow-up.server'
import { MeasuresForm } from './measures-form'
import { NextStepForm } from './next-step-form'
import { TwoResults } from './two-results'

type Props = { visitId: string; followUp: FollowUp; lastResult?: SubmissionResult }

/** Beside the curve: the two results, what to ask, and the decision. */
export function FollowUpPanel({ visitId, followUp, lastResult }: Props) {
  const { reading, procedure, outcome, mayDecide } = followUp
  return (
    <>
      {reading && procedure.needleInAt ? <TwoResults reading={reading} needleInAt={procedure.needleInAt} /> : null}
      {reading && mayDecide && !outcome ? (
        <MeasuresForm visitId={visitId} reading={reading} lastResult={lastResult} />
      ) : null}
      <NextStepForm
        visitId={visitId}
        followUp={followUp}
        orderTo={`${paths.visit(visitId)}?panel=order`}
        lastResult={lastResult}
      />
    </>
  )
}
