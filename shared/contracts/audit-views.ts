import * as z from 'zod'
import { EFFECTS } from '../domain/audit-entry.ts'
import { type Action, POLICY, ROLES } from '../domain/rights.ts'
import { DateText } from './values.ts'

const AFTER = /^(\d{15})#([0-9a-z]{20}|[\d-]{10})#([a-z-]{4,20})(#[a-z]{4,8})?$/

/** The thirty days until today unless told; of what is no longer kept there is nothing. */
export const AuditQuery = z.strictObject({
  from: DateText.optional(),
  to: DateText.optional(),
  after: z.string().regex(AFTER, 'expected next of the page before').optional(),
})

/**
 * `by` and `holder` are names as they are now; absent once forgotten, and `by` where nobody did it, or the operator of the
 * service. `as`: the right by which they did it; `role`: that which it is about.
 */
export const AuditEntryView = z.object({
  at: z.string(),
  by: z.string().optional(),
  as: z.object({ role: z.enum(ROLES), scope: z.string() }).optional(),
  system: z.boolean(),
  operator: z.boolean().optional(),
  action: z.enum(Object.keys(POLICY) as [Action, ...Action[]]),
  effect: z.enum(EFFECTS),
  about: z.string(),
  reference: z.string().optional(),
  holder: z.string().optional(),
  revision: z.int().optional(),
  role: z.enum(ROLES).optional(),
})

/** `from`, `to`: of what dates; `kept`: the first date of which anything is kept. */
export const AuditEntryList = z.object({
  acts: z.array(AuditEntryView),
  from: z.string(),
  to: z.string(),
  kept: z.string(),
  next: z.string().optional(),
})

export type AuditEntryView = z.infer<typeof AuditEntryView>
export type AuditEntryList = z.infer<typeof AuditEntryList>
