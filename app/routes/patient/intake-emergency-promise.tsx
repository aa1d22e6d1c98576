import type { UrgentReply } from '~/domain/urgent/urgent-lists'

const replies: Record<UrgentReply, string> = {
  called_911: 'you called 911',
  going_to_er: 'you are going to the emergency room',
}

type Facts = {
  reply: UrgentReply | null
  replied: string | null
  due: string | null
  late: boolean
  phone: string | null
  takenBy: string | null
  taken: string | null
}

/** When and where we call, as things stand: taken, replied to, late, or still in time. */
export function EmergencyPromise({ reply, replied, due, late, phone, takenBy, taken }: Facts) {
  const where = phone ? (
    <>
      {' '}
      at <span className="nowrap">{phone}</span>
    </>
  ) : null
  if (takenBy && taken)
    return (
      <>
        {takenBy} has seen your answer at {taken} and calls you{where}.
      </>
    )
  if (reply && replied)
    return (
      <>
        You told us at {replied} that {replies[reply]}. Thank you. We still call you{where}.
      </>
    )
  if (late) return <>We are trying to reach you{where}. Do not wait for us: call 911.</>
  return (
    <>
      If we do not hear from you by {due}, we will call you{where}.
    </>
  )
}
