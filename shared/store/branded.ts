import * as z from 'zod'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { quarter } from '../domain/quarter.ts'

/** A text of the table as what the domain knows it to be: an id, a hash, a date. */
export const branded = <T extends string>() => z.string().transform((text) => text as T)

export const LocalDateItem = branded<LocalDate>()
export const InstantItem = z.number().transform((at) => at as Instant)
export const QuarterItem = z.int().min(0).max(96).transform(quarter)
