import * as z from 'zod'
import { HolderIdText, LineText, SiteIdText, SpaceIdText } from './values.ts'

const FeedSubjectText = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own') }),
  z.strictObject({ kind: z.literal('led') }),
  z.strictObject({ kind: z.literal('association'), association: HolderIdText }),
  z.strictObject({ kind: z.literal('site'), site: SiteIdText }),
  z.strictObject({ kind: z.literal('space'), site: SiteIdText, space: SpaceIdText }),
])

/** `name` is that of the calendar where it is shown. */
export const NewFeed = z.strictObject({ name: LineText(80), subject: FeedSubjectText })

export const FeedParam = z.object({ id: z.string().regex(/^[0-9a-z]{20}$/) })

/** `address` of a feed: only who knows it reads the calendar. */
export const FeedFileParam = z.object({
  file: z
    .string()
    .regex(/^[0-9a-f]{40}\.ics$/)
    .transform((file) => file.slice(0, -'.ics'.length)),
})

export const FeedView = z.object({
  id: z.string(),
  name: z.string(),
  subject: z.object({
    kind: z.enum(['own', 'led', 'association', 'site', 'space']),
    association: z.string().optional(),
    site: z.string().optional(),
    space: z.string().optional(),
  }),
  about: z.string().optional().meta({ description: 'The name of the association or of the site' }),
  createdOn: z.string(),
  usedOn: z.string().optional().meta({ description: 'The last day on which a calendar read it, in UTC' }),
})

export const AddedFeedView = FeedView.extend({
  address: z.string().meta({ description: 'Told once: it is not stored' }),
})

export const FeedList = z.object({ feeds: z.array(FeedView) })

export type NewFeed = z.input<typeof NewFeed>
export type FeedView = z.infer<typeof FeedView>
export type AddedFeedView = z.infer<typeof AddedFeedView>
export type FeedList = z.infer<typeof FeedList>
