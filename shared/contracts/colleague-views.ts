import * as z from 'zod'

/** By name. */
export const ColleagueList = z.object({
  colleagues: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      leads: z.boolean().meta({ description: 'Leads the workshop now' }),
      busy: z.boolean().meta({ description: 'Has something else at that time' }),
    }),
  ),
})

export type ColleagueList = z.infer<typeof ColleagueList>
