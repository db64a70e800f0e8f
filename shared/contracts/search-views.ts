import * as z from 'zod'
import { LENT_USES, RELAXABLE } from '../domain/listed-space.ts'
import { LOCALITY_KINDS } from '../domain/locality.ts'
import { ACCESS_KINDS } from '../domain/space.ts'
import { SiteSummary } from './site-views.ts'
import { DateText, DepartementText, PositionText, PositionView, TimeText, WholeNumberText } from './values.ts'

const LONGEST_TEXT = 120

const SearchText = z.string().trim().min(1, 'expected a name or a postcode').max(LONGEST_TEXT)

export const EXPECTED_CODE =
  'expected the code of a commune, an arrondissement or a département such as 51380'

const LocalityCode = z
  .string()
  .regex(/^(\d{2}|2[ABab]|9[78]\d|\d{5}|2[ABab]\d{3})$/, EXPECTED_CODE)
  .meta({ description: 'INSEE’s code of a commune, an arrondissement or a département' })

const Yes = z.literal('yes').optional()

/** What a place is asked for, beside where it is. */
const WantedText = {
  use: z.enum(LENT_USES).optional(),
  people: WholeNumberText(1, 500).optional(),
  date: DateText.optional().meta({ description: 'Something is free on that date' }),
  after: TimeText.optional().meta({ description: 'Something is lent that ends later, such as 18:00' }),
  stepFree: Yes,
  free: Yes.meta({ description: 'Free of charge' }),
  access: z.enum(ACCESS_KINDS).optional(),
}

export const SiteSearch = z
  .strictObject({
    q: SearchText.optional().meta({
      description: 'A commune, a postcode, a département, a point of contact',
    }),
    locality: LocalityCode.optional(),
    departement: DepartementText.optional(),
    near: PositionText.optional(),
    ...WantedText,
    limit: WholeNumberText(1, 50).optional().meta({ description: 'Default 20' }),
  })
  .refine(
    ({ q, locality, departement, near }) =>
      [q, locality, departement, near].filter((where) => where !== undefined).length === 1,
    'expected one of q, locality, departement and near',
  )

export const LocalityView = z.object({
  code: z.string(),
  kind: z.enum(LOCALITY_KINDS),
  name: z.string(),
  formerly: z.string().optional().meta({ description: 'The former name that was searched for' }),
  postcodes: z.array(z.string()),
  departement: z.string(),
  departementName: z.string(),
})

export const LocalitySearch = z.strictObject({
  q: SearchText,
  limit: WholeNumberText(1, 10).optional().meta({ description: 'Default 8' }),
})

export const LocalityList = z.object({ localities: z.array(LocalityView) })

const AroundView = z.object({
  name: z.string(),
  departementName: z.string().optional(),
  locality: LocalityView.optional(),
  position: PositionView.optional(),
  isApproximate: z
    .literal(true)
    .optional()
    .meta({ description: 'Of counters with its postcode, or of the département' }),
  others: z.array(LocalityView).meta({ description: 'What else the text may mean' }),
})

export const SiteList = z.object({
  total: z.int().meta({ description: 'Points of contact where it was searched, lent or not' }),
  sites: z.array(SiteSummary).meta({ description: 'The first of them' }),
  lenders: z
    .array(SiteSummary)
    .meta({ description: 'Lend what is wanted, the nearest first, at any distance' }),
  around: AroundView.optional().meta({ description: 'Absent when the text means no place of France' }),
  relaxed: z
    .array(z.enum(RELAXABLE))
    .optional()
    .meta({ description: 'What had to be left out of the wishes to find any lender' }),
})

export const CounterSearch = z.strictObject({
  near: PositionText,
  limit: WholeNumberText(1, 10).optional().meta({ description: 'Default 3' }),
})

/** Counters that are open now, the nearest first, then those that open next. */
export const CounterList = z.object({
  counters: z.array(
    z.object({
      site: SiteSummary,
      openUntil: z.string().optional(),
      opensAt: z.string().optional().meta({ description: 'Local to the site, as 2026-11-24T09:00' }),
    }),
  ),
})

export type SiteList = z.infer<typeof SiteList>
export type LocalityView = z.infer<typeof LocalityView>
export type LocalityList = z.infer<typeof LocalityList>
export type CounterList = z.infer<typeof CounterList>
