import * as z from 'zod'
import { LENT_USES } from '../domain/listed-space.ts'

const PlaceId = z
  .string()
  .regex(/^[0-9A-Za-z]{4,8}$/)
  .describe('The id of a place, such as 09410A')

const DateOfDay = z
  .string()
  .regex(/^[12]\d{3}-\d{2}-\d{2}$/)
  .describe('YYYY-MM-DD')

/** What assistants may ask, as the tools of a Model Context Protocol server; each reads what everybody may read. */
export const ASSISTANT_TOOLS = {
  search_places: {
    title: 'Search places',
    description:
      'Post offices near a French commune that lend desks, rooms or seats in digital workshops, the nearest first.',
    input: z.strictObject({
      where: z
        .string()
        .min(1)
        .max(120)
        .describe('A commune, a postcode, a département or the name of a place'),
      use: z.enum(LENT_USES).optional(),
      people: z.int().min(1).max(500).optional(),
      date: DateOfDay.optional().describe('Something is free on that date, YYYY-MM-DD'),
      after: z.string().optional().describe('Something is lent that ends later, HH:MM'),
      stepFree: z.boolean().optional(),
      free: z.boolean().optional().describe('Free of charge'),
      limit: z.int().min(1).max(20).optional().describe('5 by default'),
    }),
  },
  free_times: {
    title: 'Free times',
    description:
      'When the spaces of a place can be booked, by day. Ranges that touch may be booked together. Times are those of the place.',
    input: z.strictObject({
      place: PlaceId,
      from: DateOfDay.optional().describe('YYYY-MM-DD, today by default'),
      days: z.int().min(1).max(14).optional().describe('7 by default'),
    }),
  },
  place: {
    title: 'A place',
    description: 'Address, counter hours, spaces, prices, rules and the way in of one place.',
    input: z.strictObject({ place: PlaceId }),
  },
} as const

export type ToolName = keyof typeof ASSISTANT_TOOLS
