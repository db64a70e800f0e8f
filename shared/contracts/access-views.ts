import * as z from 'zod'
import { TimeRangeView } from './values.ts'

const KeeperView = z.object({
  name: z.string(),
  address: z.string(),
  phone: z.string().optional(),
  hours: z.array(z.array(TimeRangeView)).meta({ description: 'Seven days, Monday first' }),
})

export const HostView = z.object({
  name: z.string(),
  phone: z.string().optional(),
  callHoursBefore: z.int().optional(),
})

export const NOTE_VIEW = { note: z.string().optional() }
export const PlainAccessView = z.object({ ...NOTE_VIEW, kind: z.enum(['counter-staff', 'open']) })
export const KeyAccessView = z.object({ ...NOTE_VIEW, kind: z.literal('key-holder'), keeper: KeeperView })

/** How people get in, for everybody; only who has booked learns who the host is. */
export const AccessView = z.discriminatedUnion('kind', [
  PlainAccessView,
  KeyAccessView,
  z.object({ ...NOTE_VIEW, kind: z.literal('door-code') }),
  z.object({ ...NOTE_VIEW, kind: z.literal('host'), host: HostView.optional() }),
])

const KeyPickupView = z
  .object({
    date: z.string(),
    ranges: z.array(TimeRangeView),
    over: z.literal(true).optional().meta({ description: 'They have passed: nobody can fetch it before' }),
  })
  .meta({ description: 'The last hours to fetch the key; absent where its keeper is open at the start' })

/** What one has to know of the way in on the day. */
export const WarningsView = z.object({
  keyPickup: KeyPickupView.optional(),
  unstaffed: z
    .literal(true)
    .optional()
    .meta({ description: 'An agent should open, but the counter is closed then' }),
})

export type AccessView = z.infer<typeof AccessView>
export type WarningsView = z.infer<typeof WarningsView>
