import { Fragment } from 'react'

/** A sentence for patients in which every left, right and both is underlined. */
export function SideWords({ children }: { children: string }) {
  return (
    <>
      {children.split(/\b(left|right|both)\b/i).map((part, at) =>
        at % 2 === 1 ? (
          <u className="side" key={at}>
            {part}
          </u>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </>
  )
}
