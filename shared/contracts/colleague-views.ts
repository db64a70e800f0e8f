import * as z from 'zod'

/** By name. */
export const ColleagueList = z.object({
  colleagues: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      leads: z.boolean().meta({ description: 'Leads the workshop now' }),
      busy: z.boolean().meta({ description: 'Has something else at that time' }),
      tooFar: z
        .object({ otherSiteName: z.string(), km: z.int(), minutes: z.int() })
        .optional()
        .meta({ description: 'Leads another workshop that day, too far to be there in time' }),
    }),
  ),
})

/** By name; `isYou` plans. */
export const MediatorList = z.object({
  mediators: z.array(z.object({ id: z.string(), name: z.string(), isYou: z.boolean() })),
})

export type MediatorList = z.infer<typeof MediatorList>
export type ColleagueList = z.infer<typeof ColleagueList>
