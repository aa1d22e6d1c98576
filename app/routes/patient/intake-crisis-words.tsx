import { Fragment } from 'react'

/** A fixed text in which 911 and 988 can be dialled. */
export function CrisisWords({ children }: { children: string }) {
  return (
    <>
      {children.split(/\b(911|988)\b/).map((part, at) =>
        at % 2 === 1 ? (
          <a key={at} href={`tel:${part}`}>
            {part}
          </a>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </>
  )
}
