import { z } from 'zod'
import { guestKinds } from './visit'

/** How long after the booked end a guest's link still opens the visit. */
export const linkOutlives = { hours: 2 }

/** The media room has six seats: the patient, the provider and these. */
export const mostGuests = 3

/** The form with which a provider invites a guest. */
export const invitationForm = z.object({
  kind: z.enum(guestKinds, { error: 'Choose interpreter or family' }),
  name: z
    .string({ error: 'Add the guest’s name' })
    .trim()
    .min(2, 'Add the guest’s name')
    .max(80, 'Use at most 80 letters'),
  email: z.email('Add a whole e-mail address, or leave it empty').optional(),
})

export type InvitationForm = z.infer<typeof invitationForm>
