import * as z from 'zod'
import { CLOSURE_KINDS, CLOSURE_STATES, type ClosedDay, type Closure } from '../domain/closure.ts'
import type { ClosureId, Hash, HolderId, SiteId, SpaceId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { AllocationItem } from './booking-item.ts'
import { branded, InstantItem, LocalDateItem, QuarterItem } from './branded.ts'
import { ActingGrantItem, grantItem } from './grant-item.ts'
import { EXPIRY } from './keys/key.ts'
import { closedDayKey, closureKey } from './keys/site-keys.ts'

const ClosureItem = z.object({
  id: branded<ClosureId>(),
  site: branded<SiteId>(),
  from: LocalDateItem,
  to: LocalDateItem,
  start: QuarterItem,
  end: QuarterItem,
  spaces: z.array(branded<SpaceId>()).exactOptional(),
  kind: z.enum(CLOSURE_KINDS),
  reason: z.string(),
  state: z.enum(CLOSURE_STATES),
  begun: z.int().min(1).exactOptional(),
  closedBy: branded<HolderId>(),
  as: ActingGrantItem.exactOptional(),
  createdAt: InstantItem,
})

const ClosedDayItem = z.object({
  closure: ClosureItem.shape.id,
  date: LocalDateItem,
  reason: z.string(),
  state: z.enum(['closed', 'freed', 'offered']),
  allocations: z.array(AllocationItem),
  touched: z.set(z.string()).default(new Set()),
})

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

/** DynamoDB has no empty sets: `touched` is absent at first. */
export const closedDayItem = ({ site }: Pick<Closure, 'site'>, { touched: _, ...day }: ClosedDay) => ({
  ...closedDayKey(site, day.date, day.closure),
  ...day,
  [EXPIRY]: expiryAfter(day.date),
})
