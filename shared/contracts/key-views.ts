import * as z from 'zod'
import { BookingView } from './booking-views.ts'

const KEY_STATES = ['kept', 'out', 'overdue'] as const

/** Names and phones are for staff who may read bookings; the owner of the premises sees references. */
export const KeyView = BookingView.pick({
  id: true,
  reference: true,
  date: true,
  start: true,
  end: true,
}).extend({
  space: z.string(),
  movedTo: z
    .string()
    .optional()
    .meta({ description: 'The space that the booking is in now, while the key of another one is out' }),
  state: z.enum(KEY_STATES),
  dueBack: z.string().optional().meta({ description: 'While it is out, on the clock of the site' }),
  holderName: z.string().optional(),
  phone: z.string().optional(),
})

export const KeyList = z.object({
  hasKeys: z.boolean().meta({ description: 'Whether a space of the site is opened by a key' }),
  keys: z.array(KeyView).meta({ description: 'Those that are out, and those of the coming week' }),
})

export const KeyChange = z.strictObject({ out: z.boolean() })

export type KeyView = z.infer<typeof KeyView>
export type KeyList = z.infer<typeof KeyList>
