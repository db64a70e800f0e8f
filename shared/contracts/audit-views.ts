import * as z from 'zod'
import { EFFECTS } from '../domain/audit-entry.ts'
import { KEY_ROLES } from '../domain/key-role.ts'
import { type Action, POLICY, ROLES } from '../domain/rights.ts'
import { DateText } from './values.ts'

const AFTER = /^(\d{15})#([0-9a-z-]{1,64})#([a-z-]{4,20})(#[a-z]{4,8})?$/

/** By default the last thirty days; older entries may be deleted already. */
export const AuditQuery = z.strictObject({
  from: DateText.optional(),
  to: DateText.optional(),
  after: z.string().regex(AFTER, 'expected next of the page before').optional(),
})

/**
 * Current names in `by` and `holder`, absent once erased or where no person acted. `as`: the grant used;
 * `role`: the role concerned.
 */
export const AuditEntryView = z.object({
  at: z.string(),
  by: z.string().optional(),
  as: z.object({ role: z.enum([...ROLES, ...KEY_ROLES]), scope: z.string() }).optional(),
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

/** `kept`: the first date with any entries left. */
export const AuditEntryList = z.object({
  acts: z.array(AuditEntryView),
  from: z.string(),
  to: z.string(),
  kept: z.string(),
  next: z.string().optional(),
})

export type AuditEntryView = z.infer<typeof AuditEntryView>
export type AuditEntryList = z.infer<typeof AuditEntryList>
