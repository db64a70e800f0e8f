import * as z from 'zod'
import { USES } from '../domain/space.ts'
import { WAIT_OUTCOMES } from '../domain/wait-outcome.ts'
import { AssociationText, FOR_ONE, isForOne, PersonActedFor } from './booking-views.ts'
import { DateText, SiteIdText, SpaceIdText, TimeText, WaitIdText } from './values.ts'

export const WaitParam = z.strictObject({ id: WaitIdText })

/** Some time in a row inside a window of one day, here or within `radius` kilometres; `space`: only there. */
export const NewWait = z
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

/** `over` once the day has passed without an offer. `rank`: 1 is next; 100 stands for all that are further back. */
export const WaitView = z.object({
  id: z.string(),
  status: z.enum([...WAIT_OUTCOMES, 'over']),
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
  workshop: z.string().optional().meta({ description: 'Whose seat is waited for' }),
})

const WaitList = z.object({ waits: z.array(WaitView) })

/** Mine, and apart from them those of each association that I belong to. */
export const MyWaits = WaitList.extend({
  associations: z.array(WaitList.extend({ id: z.string(), name: z.string() })),
})

export type NewWait = z.input<typeof NewWait>
export type WaitView = z.infer<typeof WaitView>
export type MyWaits = z.infer<typeof MyWaits>
