import * as z from 'zod'
import { BOOKING_STATUSES, CANCELLATION_CAUSES } from '../domain/booking.ts'
import { DOOR_CODE_STATES } from '../domain/door.ts'
import { USES } from '../domain/space.ts'
import { WarningsView } from './access-views.ts'
import { SiteSummary, SpaceView } from './site-views.ts'
import {
  BookingIdText,
  DateText,
  HolderIdText,
  NameText,
  PhoneText,
  ProseText,
  SiteIdText,
  SpaceIdText,
  TimeText,
} from './values.ts'

export const BookingParam = z.strictObject({ id: BookingIdText })

/** A person without e-mail for whom an agent acts: new, or known at the site by phone. */
export const PersonActedFor = z.union([
  z.strictObject({ name: NameText, phone: PhoneText.exactOptional() }),
  z.strictObject({ holder: HolderIdText }),
])

export const AssociationText = HolderIdText

export const isForOne = ({ for: person, as }: { readonly for?: object; readonly as?: string }): boolean =>
  person === undefined || as === undefined
export const FOR_ONE = { message: 'expected for or as, not both', path: ['as'] }

/** `places` counts for desks only and is 1 by default; a room is taken whole. */
export const NewBooking = z
  .strictObject({
    site: SiteIdText,
    space: SpaceIdText,
    date: DateText,
    start: TimeText,
    end: TimeText,
    use: z.enum(USES),
    places: z.int().min(1).max(100).default(1),
    for: PersonActedFor.exactOptional(),
    as: AssociationText.exactOptional(),
  })
  .refine(({ start, end }) => start < end, { message: 'expected an end after the start', path: ['end'] })
  .refine(isForOne, FOR_ONE)

/** The holder reads it. */
export const NoteText = ProseText(500)

/** Omitted fields stay; a booking never leaves its site. */
export const BookingMove = z
  .strictObject({
    space: SpaceIdText.exactOptional(),
    date: DateText.exactOptional(),
    start: TimeText.exactOptional(),
    end: TimeText.exactOptional(),
    use: z.enum(USES).exactOptional(),
    places: z.int().min(1).max(100).exactOptional(),
    reason: NoteText.exactOptional().meta({ description: 'Told to its holder where staff moves it' }),
  })
  .refine(({ reason: _, ...move }) => Object.keys(move).length > 0, 'expected something to change')

export const BookingView = z.object({
  id: z.string(),
  reference: z.string(),
  status: z.enum(BOOKING_STATUSES),
  site: SiteSummary.pick({ id: true, name: true, address: true, postcode: true, commune: true }).extend({
    phone: z.string().optional(),
    timeZone: z.string(),
  }),
  space: SpaceView.pick({ id: true, name: true, amenities: true, access: true, price: true })
    .partial({ amenities: true, access: true, price: true })
    .meta({
      description: 'Its name alone once it is gone; the host is named to who has a confirmed booking',
    }),
  ...WarningsView.shape,
  date: z.string(),
  start: z.string(),
  end: z.string(),
  use: z.enum(USES),
  places: z.int(),
  /** Who comes with the holder, or instead of them on one place. */
  guest: z.string().optional(),
  holderName: z.string(),
  /** The holder, where it is an association. */
  association: z.string().optional(),
  begun: z.boolean(),
  cancellable: z.boolean(),
  /** Set while requested or offered; local to the site, such as `2026-11-24T08:30`. */
  until: z.string().optional(),
  /** Cancelling later counts as missed; local to the site. */
  cancelBefore: z.string().optional(),
  cause: z.enum(CANCELLATION_CAUSES).optional(),
  note: z.string().optional(),
  excused: z.literal(true).optional().meta({ description: 'A no-show that does not count' }),
  /** Local to the site; `releases`: without a check-in, the places are lost. */
  checkIn: z
    .object({ from: z.string(), until: z.string(), isOpen: z.boolean(), releases: z.boolean() })
    .optional(),
  /** Local to the site; the holder alone sees the code, on the day itself. */
  door: z
    .object({
      state: z.enum(DOOR_CODE_STATES),
      from: z.string(),
      until: z.string(),
      code: z.string().optional(),
      byHand: z.literal(true).optional().meta({ description: 'Staff of the site type it in' }),
    })
    .optional(),
  distanceKm: z
    .number()
    .optional()
    .meta({ description: 'Of an offer: from the place of the booking that it replaces' }),
  /** The offer made instead. */
  replacedBy: z.string().optional(),
  series: z.string().optional(),
  workshop: z.string().optional(),
  title: z.string().optional().meta({ description: 'Of the workshop' }),
  isAppointment: z.literal(true).optional().meta({ description: 'Its workshop is a permanence' }),
  bring: z.string().optional(),
})

export const BookingList = z.object({ bookings: z.array(BookingView) })

/** The reader's own, and those of each of their associations. */
export const MyBookings = BookingList.extend({
  associations: z.array(BookingList.extend({ id: z.string(), name: z.string() })),
})

export type NewBooking = z.input<typeof NewBooking>
export type BookingView = z.infer<typeof BookingView>
export type BookingList = z.infer<typeof BookingList>
export type MyBookings = z.infer<typeof MyBookings>
