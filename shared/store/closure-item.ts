import * as z from 'zod'
import { CLOSURE_KINDS, CLOSURE_STATES, type ClosedDay, type Closure } from '../domain/closure.ts'
import type { ClosureId, Hash, HolderId, SiteId, SpaceId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { quarter } from '../domain/quarter.ts'
import { AllocationItem } from './booking-item.ts'
import { GrantItem, grantItem } from './grant-item.ts'
import { closedDayKey, closureKey, EXPIRY } from './keys.ts'

const Quarter = z.int().min(0).max(96).transform(quarter)
const LocalDateItem = z.string().transform((date) => date as LocalDate)

const ClosureItem = z.object({
  id: z.string().transform((id) => id as ClosureId),
  site: z.string().transform((id) => id as SiteId),
  from: LocalDateItem,
  to: LocalDateItem,
  start: Quarter,
  end: Quarter,
  spaces: z.array(z.string().transform((id) => id as SpaceId)).exactOptional(),
  kind: z.enum(CLOSURE_KINDS),
  reason: z.string(),
  state: z.enum(CLOSURE_STATES),
  begun: z.int().min(1).exactOptional(),
  closedBy: z.string().transform((id) => id as HolderId),
  as: GrantItem.exactOptional(),
  createdAt: z.number().transform((at) => at as Instant),
})

const ClosedDayItem = z.object({
  closure: ClosureItem.shape.id,
  date: LocalDateItem,
  reason: z.string(),
  state: z.enum(['closed', 'freed', 'offered']),
  allocations: z.array(AllocationItem),
  touched: z.set(z.string()).default(new Set()),
})

/** Two years after the date, when nobody asks any more why something was cancelled. */
const KEPT_SECONDS = 2 * 365 * 86_400
const expiryAfter = (date: LocalDate): number => Date.parse(`${date}T00:00Z`) / 1000 + KEPT_SECONDS

export const closureOf = (item: unknown): Closure => ClosureItem.parse(item)

export const closedDayOf = (item: unknown): ClosedDay => ClosedDayItem.parse(item)

export const closureItem = (closure: Closure, requestHash: Hash) => ({
  ...closureKey(closure.site, closure.id),
  ...closure,
  as: closure.as && grantItem(closure.as),
  requestHash,
  [EXPIRY]: expiryAfter(closure.to),
})

/** A set has at least one member: nothing is `touched` yet. */
export const closedDayItem = ({ site }: Closure, { touched: _, ...day }: ClosedDay) => ({
  ...closedDayKey(site, day.date, day.closure),
  ...day,
  [EXPIRY]: expiryAfter(day.date),
})
