import * as z from 'zod'
import { DateText, LineText } from './values.ts'

const NAME_LENGTH = 120
const REASON_LENGTH = 200

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

export const SpaceConsentView = z.object({
  id: z.string(),
  name: z.string(),
  revision: z.int(),
  agreedOn: z
    .string()
    .optional()
    .meta({ description: 'When the owner said so, on the calendar of the site' }),
  until: z
    .string()
    .optional()
    .meta({ description: 'The last date that the owner agrees to, if there is one' }),
})

const Said = { revision: z.int().min(0).meta({ description: 'That of the space, as it was read' }) }

/** With `agreed` false, `from` is the first date without. Refused first with how many bookings it touches. */
export const ConsentChange = z.discriminatedUnion('agreed', [
  z.strictObject({ ...Said, agreed: z.literal(true) }),
  z.strictObject({
    ...Said,
    agreed: z.literal(false),
    from: DateText,
    reason: LineText(REASON_LENGTH).meta({ description: 'Who has booked reads it' }),
    seen: z.string().max(64).exactOptional().meta({ description: 'The mark of the touched bookings' }),
  }),
])

export const PremisesOfSiteView = PremisesView.extend({
  parent: z.object({ id: z.string(), name: z.string() }).optional(),
  mayDescribe: z.boolean(),
  asksOwner: z.boolean().meta({
    description: 'Whether the owner is asked: somebody else runs the place, or the owner once disagreed',
  }),
  mayAgree: z.boolean(),
  spaces: z
    .array(SpaceConsentView)
    .meta({ description: 'What is lent; it stands while the owner has not answered' }),
})

export type PremisesChange = z.input<typeof PremisesChange>
export type ConsentChange = z.input<typeof ConsentChange>
export type SpaceConsentView = z.infer<typeof SpaceConsentView>
export type PremisesView = z.infer<typeof PremisesView>
export type PremisesOfSiteView = z.infer<typeof PremisesOfSiteView>
