import { busySpans } from '@db/busy-spans'
import type { Tx } from '@db/client'
import { bookingWindow } from '~/domain/schedule/consult-rules'
import type { BookableUrgency } from '~/domain/schedule/consult-rules'
import { offeredTimes } from '~/domain/schedule/offered-times'
import type { OfferedTime } from '~/domain/schedule/offered-times'
import type { Context } from '~/features/context'
import { offeredProviders } from './offered-providers'
import type { HeldTime } from './read-hold'

type ProviderName = { readonly id: string; readonly name: string; readonly title: string | null }

export type Offer = {
  readonly providers: readonly ProviderName[]
  readonly times: readonly OfferedTime[]
}

type Wish = {
  patientId: string
  state: string
  window: { from: Date; until: Date }
  onlyProviderId?: string
  hold?: HeldTime | null
  lengthMinutes?: number
  /** Times that were offered at all, taken or not: what a wish is checked against before the database decides. */
  evenTaken?: boolean
}

/** The times of every provider licensed in the patient's state, within the window. What the patient holds stays on offer. */
export async function consultOffer(tx: Tx, context: Context, wish: Wish): Promise<Offer> {
  const providers = await offeredProviders(tx, {
    state: wish.state,
    window: wish.window,
    now: context.now,
    clinicZone: context.clinic.timeZone,
    onlyProviderId: wish.onlyProviderId,
    ownHold: wish.hold,
  })
  const own = await busySpans(tx, [wish.patientId], wish.window.from, wish.window.until, context.now)
  const held = wish.hold
  const patientBusy = (own.get(wish.patientId) ?? []).filter(
    (span) => !held || +span.from !== +held.startsAt || +span.to !== +held.endsAt,
  )
  return {
    providers: providers.map(({ id, name, title }) => ({ id, name, title })),
    times: offeredTimes({
      providers: wish.evenTaken ? providers.map((provider) => ({ ...provider, busy: [] })) : providers,
      patientBusy: wish.evenTaken ? [] : patientBusy,
      window: wish.window,
      now: context.now,
      lengthMinutes: wish.lengthMinutes,
    }),
  }
}

/** Where a consult of this urgency may stand: an expedited one that finds no time within its days is offered later ones too. */
export async function consultOfferFor(
  tx: Tx,
  context: Context,
  wish: Omit<Wish, 'window'> & { urgency: BookableUrgency },
): Promise<Offer & { late: boolean }> {
  const zone = context.clinic.timeZone
  const offer = await consultOffer(tx, context, { ...wish, window: bookingWindow(wish.urgency, context.now, zone) })
  if (offer.times.length > 0 || wish.urgency === 'routine') return { ...offer, late: false }
  return {
    ...(await consultOffer(tx, context, { ...wish, window: bookingWindow('routine', context.now, zone) })),
    late: true,
  }
}
