import type { Context } from 'hono'
import { isBusy } from '../../../shared/store/contention.ts'
import type { StartDependencies } from '../../start-dependencies.ts'
import { findAlternatives } from '../../use-cases/find-alternatives.ts'
import { bookingRefused, type Refused } from './booking-refusal.ts'

/** The refusal is answered even when the search for alternatives is busy. */
const noneWhenBusy = (error: unknown): [] => {
  if (isBusy(error)) return []
  throw error
}

/** Looks on other days too. */
export const moveRefused = async (
  c: Context,
  refusal: Refused,
  wanted: Parameters<typeof findAlternatives>[0],
  deps: StartDependencies,
) => {
  if (refusal.kind !== 'taken') return bookingRefused(c, refusal)
  const alternatives = await findAlternatives(wanted, deps).catch(noneWhenBusy)
  return bookingRefused(c, { ...refusal, alternatives })
}
