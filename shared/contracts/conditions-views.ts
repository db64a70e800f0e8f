import * as z from 'zod'
import { ConditionsView } from './site-views.ts'
import { DateText, HolderIdText, ProseText } from './values.ts'

/** With null `rules`, nothing is asked. */
export const ConditionsChange = z.strictObject({
  rules: ProseText(4000).nullable(),
  needsInsurance: z.boolean(),
  seen: z.int().min(0).max(1_000_000).exactOptional().meta({
    description: 'The version that was read, 0 where nothing was asked; refused where it is another one',
  }),
})

/** For oneself, or for an association that one leads. */
export const NewConditionsAcceptance = z.strictObject({
  version: z.int().min(1).max(1_000_000),
  insuredUntil: DateText.exactOptional(),
  as: HolderIdText.exactOptional(),
})

export const AcceptanceQuery = z.strictObject({ as: HolderIdText.exactOptional() })

/** With the accepted version, if any. */
export const AcceptanceView = z.object({
  conditions: ConditionsView,
  accepted: z.int().optional(),
  insuredUntil: z.string().optional(),
})

export type NewConditionsAcceptance = z.input<typeof NewConditionsAcceptance>
export type AcceptanceView = z.infer<typeof AcceptanceView>
