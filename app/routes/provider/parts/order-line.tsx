import { Link } from '@remix-run/react'
import { Syringe } from 'lucide-react'
import { paths } from '~/domain/paths'
import { sayWhen } from '~/domain/time/say-when'
import type { Chart } from '~/features/chart/read-chart.server'
import { Icon } from '~/ui/icon'
import { SideBlock } from '~/ui/side-block'
import { useClinic } from '~/ui/use-clinic'

type Props = { order: NonNullable<Chart['order']>; cancelTo: string | null }

/** The order given in this visit and how far it is. */
export function OrderLine({ order, cancelTo }: Props) {
  const { timeZone } = useClinic()
  const { procedure } = order
  return (
    <p className="order-l">
      <Icon of={Syringe} />
      <span className="grow">
        <b className="strong">Ordered:</b> <SideBlock side={order.side} size="row" /> SI injection, {order.intent}
        <span className="sub d-block">
          {sayWhen(order.orderedAt, timeZone)}
          {procedure
            ? ` · ${procedure.state === 'done' ? 'done' : 'booked for'} ${sayWhen(procedure.startsAt, timeZone)}`
            : ' · no time booked yet'}
        </span>
      </span>
      <Link className="sub" to={paths.case(order.caseId)}>
        Open the case
      </Link>
      {cancelTo && !procedure ? (
        <Link className="sub" to={cancelTo} preventScrollReset>
          Cancel order
        </Link>
      ) : null}
    </p>
  )
}
