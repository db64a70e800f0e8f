import * as z from 'zod'
import type { Premises } from '../domain/premises.ts'
import { LocalDateItem } from './branded.ts'

const PremisesItem = z.object({
  version: z.int().min(1),
  owner: z.string().exactOptional(),
  operator: z.string().exactOptional(),
  agreement: z.object({ name: z.string(), until: LocalDateItem.exactOptional() }).exactOptional(),
})

export const premisesOf = (item: unknown): Premises | undefined =>
  item === undefined ? undefined : PremisesItem.parse(item)
