import type { ReactNode } from 'react'
import { Button } from '~/ui/button'
import { Sheet } from '~/ui/sheet'

/** The two ways on from a page of questions; `children` takes the place of Continue. */
export function GoOn({ children }: { children?: ReactNode }) {
  return (
    <Sheet under={<Later />}>
      {children ?? (
        <Button large block>
          Continue
        </Button>
      )}
    </Sheet>
  )
}

/** Saves what is there, asks for nothing, and leads home. */
export function Later() {
  return (
    <button className="btn quiet" name="intent" value="later">
      Save and finish later
    </button>
  )
}
