import * as z from 'zod'
import { AGE_BANDS, OCCUPATIONS } from '../domain/drop-in.ts'
import { OUTCOMES } from '../domain/figures.ts'

export const FiguresQuery = z.strictObject({
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'expected a month as YYYY-MM')
    .meta({ examples: ['2026-11'] }),
})

const toldBy = <T extends z.ZodType>(name: T) =>
  z.array(
    z.object({
      names: z.array(name).meta({ description: 'Several where one alone would tell of one to four people' }),
      count: z
        .int()
        .optional()
        .meta({ description: 'Absent where it would tell of one to four people, however often they came' }),
      hours: z.number().optional(),
    }),
  )

export const FiguresView = z.object({
  month: z.string(),
  spaces: toldBy(z.string()).meta({
    description: 'Bookings that were kept, and hours in which somebody had one',
  }),
  workshops: z.object({ sittings: z.int(), hours: z.number() }),
  people: toldBy(z.enum(OUTCOMES)).meta({ description: 'Of workshops and permanences' }),
  ages: toldBy(z.enum(AGE_BANDS)).meta({ description: 'Of who came without a seat' }),
  occupations: toldBy(z.enum(OCCUPATIONS)),
  skillsTests: toldBy(z.enum(['done', 'not-done'])),
})

export type FiguresView = z.infer<typeof FiguresView>
export type ToldView = FiguresView['spaces'][number]
