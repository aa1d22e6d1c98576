import type { ShouldRevalidateFunction } from '@remix-run/react'

/** A refused act leaves the page as it is: reading it again could lead away from what is typed on it. */
export const reloadUnlessRefused: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  defaultShouldRevalidate && (actionStatus === undefined || actionStatus < 400)
