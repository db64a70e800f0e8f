import * as z from 'zod'
import { type Act, EFFECTS } from '../domain/act.ts'
import type { HolderId } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'
import { type Action, POLICY } from '../domain/rights.ts'
import type { SiteId } from '../domain/site.ts'
import { actKey, actSort } from './privacy-keys.ts'

const HolderIdItem = z.string().transform((id) => id as HolderId)

const ActItem = z.object({
  site: z.string().transform((id) => id as SiteId),
  at: z.number().transform((at) => at as Instant),
  by: z.union([z.literal('system'), HolderIdItem]),
  action: z.enum(Object.keys(POLICY) as [Action, ...Action[]]),
  effect: z.enum(EFFECTS),
  about: z.string(),
  revision: z.int().min(0).exactOptional(),
  holder: HolderIdItem.exactOptional(),
})

export const actOfItem = (item: unknown): Act => ActItem.parse(item)

/** Listed by the holder whom it concerns, as well as by site. */
export const actItem = (act: Act) => ({
  ...actKey(act),
  ...act,
  ...(act.holder !== undefined && { startsLocal: actSort(act) }),
})
