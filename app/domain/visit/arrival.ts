import { z } from 'zod'
import { places } from './places'

/** What the check of a device found. */
export const deviceVerdicts = ['works', 'none', 'not_checked'] as const
export type DeviceVerdict = (typeof deviceVerdicts)[number]

/** What the patient told at the door. */
export type Arrival = {
  readonly address: string
  readonly state: string
  readonly callBackPhone: string
  readonly emergencyContact: string
  readonly whoIsThere: string
  readonly camera: DeviceVerdict
  readonly microphone: DeviceVerdict
  readonly consentVersion: string
  readonly consentedAt: Date
  readonly arrivedAt: Date
}

export const alone = 'No one'

const line = (message: string, longest: number) =>
  z.string({ error: message }).trim().min(1, message).max(longest, `Use at most ${longest} letters`)

const digits = (text: string) => text.replace(/\D/g, '').length

/** A number that can be dialled, with its area code. */
export const callBackPhone = line('Add a phone number we can call', 40).refine((text) => digits(text) >= 10, {
  error: 'Add the whole number, with its area code',
})

/** The form at the door. `company` is asked only when someone is in the room. */
export const arrivalForm = z
  .object({
    address: line('Add the street and house number where you are', 160),
    city: line('Add the city where you are', 80),
    state: z.enum(
      places.map((place) => place.value),
      { error: 'Choose the state where you are' },
    ),
    callBackPhone,
    emergencyContact: line('Add a name and a phone number', 160).refine((text) => digits(text) >= 7, {
      error: 'Add their phone number too',
    }),
    room: z.enum(['no_one', 'someone'], { error: 'Choose No one or Someone' }),
    company: z.string().trim().max(160, 'Use at most 160 letters').optional(),
    consent: z.literal('on', { error: 'We need your yes to go on. Or call us for a visit in person.' }),
  })
  .refine((form) => form.room === 'no_one' || form.company !== undefined, {
    path: ['company'],
    error: 'Say who is with you',
  })

export type ArrivalForm = z.infer<typeof arrivalForm>

/** The place in one line, as it is read aloud to an emergency service. */
export function wholeAddress(form: Pick<ArrivalForm, 'address' | 'city'>): string {
  return `${form.address}, ${form.city}`
}
