import { Form, Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { instrumentOf, questionOf } from '~/domain/intake/instrument'
import type { QuestionKey } from '~/domain/intake/instrument'
import { readAloud } from '~/domain/intake/phone-questions'
import { paths } from '~/domain/paths'
import { Button } from '~/ui/button'
import { CallField } from './call-field'

type Props = {
  question: { key: QuestionKey; version: string }
  intakeId: string
  failed?: { error: string; texts: string[] }
}

/** The second, separate question after a wrong entry: read aloud once more, nothing chosen. The call of the clinician stays. */
export function CallSecondQuestion({ question: { key, version }, intakeId, failed }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const question = questionOf(key, instrumentOf(version))
  return (
    <section className="em-tell" id="wrong" aria-labelledby="wrong-h">
      <h2 id="wrong-h" tabIndex={-1} ref={heading}>
        Ask once more, word for word
      </h2>
      <p className="say">“{readAloud(question)}”</p>
      {question.hint ? <p className="call-also">“{question.hint}”</p> : null}
      <Form method="post" action={paths.callEmergency(intakeId)} noValidate>
        <input type="hidden" name="shown" value={key} />
        <CallField
          question={question}
          answers={{}}
          texts={failed?.texts ?? []}
          error={failed?.error}
          letters={false}
          onMarks={() => undefined}
        />
        <div className="row wrap mt-14">
          <Button large>Save this answer</Button>
          <Link className="tap" to={paths.callEmergency(intakeId)}>
            No, the first answer is true
          </Link>
        </div>
      </Form>
      <p className="sub mt-6">Both answers stay in the record. A clinician still calls, to be sure.</p>
    </section>
  )
}
