import * as z from 'zod'
import { EFFECTS } from '../domain/act.ts'
import { type Action, POLICY } from '../domain/rights.ts'
import { DateText } from './values.ts'

const AFTER = /^(\d{15})#([0-9a-z]{20}|[\d-]{10})#([a-z-]{4,20})$/

/** The thirty days until today unless told. */
export const AuditQuery = z.strictObject({
  from: DateText.optional(),
  to: DateText.optional(),
  after: z.string().regex(AFTER, 'expected next of the page before').optional(),
})

/** `by` and `holder` are names as they are now; absent once forgotten, and `by` where nobody did it. */
export const ActView = z.object({
  at: z.string(),
  by: z.string().optional(),
  system: z.boolean(),
  action: z.enum(Object.keys(POLICY) as [Action, ...Action[]]),
  effect: z.enum(EFFECTS),
  about: z.string(),
  reference: z.string().optional(),
  holder: z.string().optional(),
  revision: z.int().optional(),
})

export const ActList = z.object({ acts: z.array(ActView), next: z.string().optional() })

export type ActView = z.infer<typeof ActView>
export type ActList = z.infer<typeof ActList>
