import * as z from 'zod'
import { PositionText } from './values.ts'

export const NetworkMapQuery = z.strictObject({
  near: PositionText.optional().meta({ description: 'Only the points within 100 km, more exactly' }),
})

const Steps = z.array(z.int())

export const NetworkMapView = z.object({
  degrees: z.number().meta({
    description:
      'Step of the grid of `counters`. Row and column count from 90° south and 180° west; a key has their bits in turns, the row first; each number is the difference from the key before it',
  }),
  departements: z.array(
    z.object({
      code: z.string(),
      points: z.int(),
      lent: z.int(),
      idle: z
        .int()
        .meta({ description: 'Lend nothing, and the counter is closed for a part of the ordinary week' }),
    }),
  ),
  lent: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      departement: z.string(),
      position: z.object({ lat: z.number(), lon: z.number() }),
    }),
  ),
  counters: z
    .object({ open: Steps, partly: Steps, closed: Steps, unknown: Steps })
    .meta({ description: 'Points that lend nothing, by how much of an ordinary week their counter is open' }),
})

export type NetworkMapView = z.infer<typeof NetworkMapView>
