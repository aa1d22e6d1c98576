import { Link } from '@remix-run/react'
import { instrumentOf, questionOf } from '~/domain/intake/instrument'
import type { QuestionKey } from '~/domain/intake/instrument'
import { paths } from '~/domain/paths'
import { correctionTexts } from '~/domain/urgent/correction-texts'
import { Button } from '~/ui/button'
import { IntakeField } from './intake-field'
import { OwnerFields } from './intake-owner-fields'

type Props = {
  question: { key: QuestionKey; version: string }
  who: string
  variant: '911' | '988'
  failed?: { error: string; texts: string[] }
}

/** The second, separate question after a wrong tap: the first one in full, its answers equal, none of them chosen. */
export function SecondQuestion({ question: { key, version }, who, variant, failed }: Props) {
  return (
    <section className="em-tell" aria-labelledby="wrong">
      <h2 id="wrong" tabIndex={-1} className="fs-lg lh-135">
        {correctionTexts.title}
      </h2>
      <p className="mt-6">{correctionTexts.lead[variant]}</p>
      <form method="post" action={paths.intakeEmergency()} noValidate className="mt-16">
        <OwnerFields owner={{ who, intake: '' }} at={key} />
        <input type="hidden" name="shown" value={key} />
        <IntakeField
          question={questionOf(key, instrumentOf(version))}
          texts={failed?.texts ?? []}
          error={failed?.error}
          callDay="today"
        />
        <Button large block className="mt-16">
          {correctionTexts.send}
        </Button>
      </form>
      <p className="small mt-6">
        <Link className="tap" to={paths.intakeEmergency()}>
          {correctionTexts.keep}
        </Link>
      </p>
    </section>
  )
}
