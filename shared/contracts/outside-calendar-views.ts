import * as z from 'zod'
import { addressFaultOf } from '../domain/outside-address.ts'
import { OUTSIDE_FAULTS } from '../domain/outside-calendar.ts'
import { LentSpaceParam } from './lending-views.ts'
import { reading } from './values.ts'

export const OutsideCalendarParam = LentSpaceParam

/** Calendars write addresses to subscribe to as `webcal:`. */
const CalendarAddressText = reading(
  z
    .string()
    .trim()
    .max(2000)
    .meta({ examples: ['https://calendar.example/room.ics'] }),
  (text) => {
    const url = text.replace(/^webcals?:/i, 'https:')
    return addressFaultOf(url) ? undefined : url
  },
  'expected the address of a calendar as https://…',
)

export const OutsideCalendarChange = z.strictObject({ url: CalendarAddressText })

/** Empty where no calendar is followed; of its address only the host is told. */
export const OutsideCalendarView = z.object({
  host: z.string().optional(),
  readAt: z.string().optional().meta({ description: 'When it was last read, local to the site' }),
  fault: z.enum(OUTSIDE_FAULTS).optional().meta({ description: 'Why it cannot be read' }),
  failingSince: z.string().optional().meta({ description: 'Local to the site' }),
  clashes: z
    .array(z.object({ date: z.string(), start: z.string(), end: z.string() }))
    .meta({ description: 'Bookings at times that it takes: they stay' }),
})

export type OutsideCalendarView = z.infer<typeof OutsideCalendarView>
