import { Form } from '@remix-run/react'
import { Banner } from '~/ui/banner'

type Alternative = { value: string; words: string; provider: string | null }

/** What could not be done, that nothing was lost, and the next true times to take instead. */
export function BookRefused({ message, times }: { message: string; times: readonly Alternative[] }) {
  return (
    <>
      <Banner tone="attention" live="alert" className="mt-12">
        <p>
          <b className="strong">{message}</b> {times.length > 0 ? 'Nothing is lost. These times are free now:' : null}
        </p>
      </Banner>
      {times.length > 0 ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="hold" />
          <div className="slots two mt-8" role="group" aria-label="Free now">
            {times.map((time) => (
              <button className="pick" key={time.value} name="time" value={time.value}>
                {time.words}
                {time.provider ? <span className="sr">, {time.provider}</span> : null}
              </button>
            ))}
          </div>
        </Form>
      ) : null}
    </>
  )
}
