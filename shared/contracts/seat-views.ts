import * as z from 'zod'
import { BOOKING_STATUSES } from '../domain/booking.ts'
import { MOST_TOGETHER } from '../domain/party.ts'
import { PersonActedFor } from './booking-views.ts'
import { LineText, TimeText } from './values.ts'

const PARTY = {
  for: PersonActedFor.exactOptional(),
  places: z
    .int()
    .min(1)
    .max(MOST_TOGETHER)
    .default(1)
    .meta({ description: 'Two people are seated together, and wait together' }),
  guest: LineText(40).exactOptional().meta({
    description: 'First name of who comes along, or of who comes instead where there is one place',
  }),
  sentBy: LineText(60).exactOptional().meta({
    description: 'Who sent the person `for` whom staff act; read by staff alone',
  }),
}

const IS_OF_STAFF = {
  message: 'expected for: staff note who sent a person for whom they act',
  path: ['sentBy'],
}

const isSentToStaff = ({
  for: person,
  sentBy,
}: {
  readonly for?: object
  readonly sentBy?: string
}): boolean => sentBy === undefined || person !== undefined

/** For the signed-in person alone by default. */
export const NewSeat = z
  .strictObject({ ...PARTY, start: TimeText.exactOptional().meta({ description: 'Of an appointment' }) })
  .refine(isSentToStaff, IS_OF_STAFF)

export const NewWait = z.strictObject(PARTY).refine(isSentToStaff, IS_OF_STAFF)

/** Who comes of two people: who booked, or the `guest` in their place. */
export const RemainingParty = z.strictObject({
  places: z.literal(1),
  guest: PARTY.guest,
})

const PartyView = { places: z.int(), guest: z.string().optional() }

/** The reader's seat, or their rank on the waitlist (1 is next). */
export const MyPlace = z.union([
  z.object({
    status: z.enum(['confirmed', 'requested', 'offered', 'attended']),
    ...PartyView,
    booking: z.string(),
    start: z.string(),
    end: z.string(),
    until: z.string().optional().meta({ description: 'Until when an offer is held, local to the site' }),
  }),
  z.object({
    status: z.literal('waiting'),
    rank: z.int(),
    ...PartyView,
    notBefore: z
      .string()
      .optional()
      .meta({ description: 'The date from which on a seat is offered: newcomers come first until then' }),
  }),
])

/** Each date to come by itself: a seat, a rank on its waitlist, or why neither (`refusal` is a problem code). */
export const CycleSeats = z.object({
  id: z.string(),
  title: z.string(),
  dates: z.array(
    z.looseObject({
      workshop: z.string(),
      date: z.string(),
      start: z.string(),
      end: z.string(),
      ...PartyView,
      booking: z.string().optional(),
      status: z.enum(BOOKING_STATUSES).optional(),
      rank: z.int().optional(),
      refusal: z.string().optional(),
    }),
  ),
})

export type MyPlace = z.infer<typeof MyPlace>
export type NewSeat = z.input<typeof NewSeat>
export type NewWait = z.input<typeof NewWait>
export type CycleSeats = z.infer<typeof CycleSeats>
