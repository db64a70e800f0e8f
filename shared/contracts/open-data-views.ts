import * as z from 'zod'
import { SITE_KINDS } from '../domain/site.ts'
import { USES } from '../domain/space.ts'
import { PriceView } from './site-views.ts'
import { PositionView } from './values.ts'

export const OpenDataParam = z.strictObject({
  file: z
    .string()
    .regex(/^(\d{2}|2[AB]|9[78]\d|\d{5}|2[AB]\d{3})\.(csv|json)$/)
    .meta({ description: 'INSEE’s code of a commune or a département, and the format: 51.csv, 51380.json' }),
})

const FreeSpace = z.object({
  id: z.string(),
  name: z.string(),
  uses: z.array(z.enum(USES)),
  price: PriceView,
  free: z.array(z.object({ date: z.string(), start: z.string(), end: z.string(), places: z.int() })),
})

/** What everybody can book of the places of a commune or a département, from today on. */
export const FreeTimesView = z.object({
  area: z.string(),
  licence: z.literal('etalab-2.0'),
  days: z.int(),
  sites: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(SITE_KINDS),
      address: z.string(),
      postcode: z.string(),
      commune: z.string(),
      insee: z.string(),
      departement: z.string(),
      position: PositionView.optional(),
      timeZone: z.string(),
      spaces: z.array(FreeSpace),
    }),
  ),
})

/** Frictionless Data, https://datapackage.org/standard/table-schema. */
export const TableSchema = z.object({
  fields: z.array(z.object({ name: z.string(), type: z.string(), description: z.string() })),
})

/** Frictionless Data, https://datapackage.org/standard/data-package. */
export const DataPackage = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  licenses: z.array(z.object({ name: z.string(), title: z.string(), path: z.string() })),
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      format: z.literal('csv'),
      mediatype: z.literal('text/csv'),
      encoding: z.literal('utf-8'),
      dialect: z.object({ delimiter: z.literal(';') }),
      schema: z.string(),
    }),
  ),
})

export type FreeTimesView = z.infer<typeof FreeTimesView>
export type DataPackage = z.infer<typeof DataPackage>
export type TableSchema = z.infer<typeof TableSchema>
