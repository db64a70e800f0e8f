import * as z from 'zod'
import { USES } from '../domain/space.ts'
import { WAITLIST_OUTCOMES } from '../domain/waitlist-outcome.ts'
import { AssociationText, FOR_ONE, isForOne, PersonActedFor } from './booking-views.ts'
import { DateText, SiteIdText, SpaceIdText, TimeText, WaitlistEntryIdText } from './values.ts'

export const WaitlistEntryParam = z.strictObject({ id: WaitlistEntryIdText })

/** `minutes` in a row inside a window of one day, here or within `radius` kilometres; `space`: only there. */
export const NewWaitlistEntry = z
  .strictObject({
    site: SiteIdText,
    date: DateText,
    from: TimeText,
    to: TimeText,
    minutes: z.int().min(15).max(1440).multipleOf(15),
    use: z.enum(USES),
    places: z.int().min(1).max(100).default(1),
    radius: z.int().min(1).max(25).exactOptional(),
    space: SpaceIdText.exactOptional(),
    for: PersonActedFor.exactOptional(),
    as: AssociationText.exactOptional(),
  })
  .refine(isForOne, FOR_ONE)
  .refine(({ from, to, minutes }) => (to - from) * 15 >= minutes, {
    message: 'expected a window that is as long as the minutes at least',
    path: ['to'],
  })
  .refine(({ radius, space }) => radius === undefined || space === undefined, {
    message: 'expected no radius: a space is at one site',
    path: ['radius'],
  })
  .refine(({ radius, for: person }) => radius === undefined || person === undefined, {
    message: 'expected no radius: who acts for somebody does so at one site',
    path: ['radius'],
  })

const SiteName = z.object({ id: z.string(), name: z.string(), commune: z.string() })

/** `over` once the day has passed without an offer. Rank 1 is next; 100 includes all further back. */
export const WaitlistEntryView = z.object({
  id: z.string(),
  status: z.enum([...WAITLIST_OUTCOMES, 'over']),
  rank: z.int().min(1).max(100).optional(),
  booking: z.string().optional(),
  sites: z.array(SiteName),
  space: z.string().optional(),
  date: z.string(),
  from: z.string(),
  to: z.string(),
  minutes: z.int(),
  use: z.enum(USES),
  places: z.int(),
  guest: z.string().optional(),
  workshop: z.string().optional().meta({ description: 'Whose seat is waited for' }),
})

const WaitlistPage = z.object({ waits: z.array(WaitlistEntryView) })

/** The reader's own, and those of each of their associations. */
export const MyWaitlist = WaitlistPage.extend({
  associations: z.array(WaitlistPage.extend({ id: z.string(), name: z.string() })),
})

export type NewWaitlistEntry = z.input<typeof NewWaitlistEntry>
export type WaitlistEntryView = z.infer<typeof WaitlistEntryView>
export type MyWaitlist = z.infer<typeof MyWaitlist>
