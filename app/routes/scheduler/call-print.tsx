import { Printer } from 'lucide-react'
import { Button } from '~/ui/button'
import { Hydrated } from '~/ui/hydrated'

/** Prints what was answered, for somebody who gets it by mail. */
export function CallPrint({ name }: { name: string }) {
  return (
    <Hydrated>
      <Button type="button" variant="secondary" large icon={Printer} onClick={() => window.print()}>
        Print {name}’s paper copy
      </Button>
    </Hydrated>
  )
}
