import { useEffect, useRef } from 'react'
import { CheckLine } from '~/ui/check-line'

/** The person answers in the portal already: what to offer, and what taking over means. */
export function CallOwnDraft({ name, errors }: { name: string; errors: string[] | null }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="call-alike" aria-labelledby="own-h" role="alert">
      <h2 id="own-h" tabIndex={-1} ref={heading}>
        {name} has begun the questions in the portal
      </h2>
      <div className="pad14 fstack">
        <p>You do not see those answers. First offer to finish them there: everything is saved, on any device.</p>
        <div>
          <p className="sub">Or read this aloud, word for word</p>
          <p className="say">
            “I can ask you the questions by phone instead. Then I ask all of them again. What you wrote so far stays in
            your record, and I do not see it. Shall we do that?”
          </p>
          <CheckLine id="takeOver" name="takeOver" errors={errors}>
            <b className="strong">Agreed to be asked by phone instead</b>
            <small>Recorded with the time and your name.</small>
          </CheckLine>
        </div>
      </div>
    </section>
  )
}
