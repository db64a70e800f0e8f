import * as z from 'zod'
import { PositionText, WholeNumberText } from './values.ts'

export const NetworkMapQuery = z.strictObject({
  near: PositionText.optional().meta({ description: 'Only what is within `km` of it, more exactly' }),
  km: WholeNumberText(1, 999).optional().meta({
    description:
      '100 by default, and without a meaning when `near` is absent. Above 100, points that lend nothing are left out',
  }),
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
      name: z.string(),
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
  outlines: z
    .object({
      km: z.number(),
      lines: z.string(),
      departements: z.array(z.object({ code: z.string(), name: z.string(), rings: z.string() })),
    })
    .meta({
      description:
        'Départements of the mainland and Corse. A line is a first point and the steps from each point to the next, to the east and the south, of `km` on Lambert-93 from 90, 7120: a character is its distance from `A`, or a number stands in brackets. A ring has numbers of lines; -1 is line 0 backwards',
    }),
})

export type NetworkMapView = z.infer<typeof NetworkMapView>
