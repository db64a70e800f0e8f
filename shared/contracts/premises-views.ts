import * as z from 'zod'
import { DateText, LineText } from './values.ts'

const NAME_LENGTH = 120

/** What is left out is not known, or not so. */
export const PremisesChange = z.strictObject({
  owner: LineText(NAME_LENGTH).exactOptional().meta({ description: 'Whose the premises are' }),
  operator: LineText(NAME_LENGTH).exactOptional().meta({ description: 'Who runs the place' }),
  agreement: z.strictObject({ name: LineText(NAME_LENGTH), until: DateText.exactOptional() }).exactOptional(),
  seen: z.int().min(0).max(1_000_000).meta({
    description: 'The version that was read, 0 where there was none; refused where it is another one',
  }),
})

export const PremisesView = z.object({
  version: z.int().meta({ description: '0 until somebody describes them' }),
  owner: z.string().optional(),
  operator: z.string().optional(),
  agreement: z.object({ name: z.string(), until: z.string().optional() }).optional(),
})

export const PremisesOfSiteView = PremisesView.extend({
  parent: z.object({ id: z.string(), name: z.string() }).optional(),
  mayDescribe: z.boolean(),
})

export type PremisesChange = z.input<typeof PremisesChange>
export type PremisesView = z.infer<typeof PremisesView>
export type PremisesOfSiteView = z.infer<typeof PremisesOfSiteView>
