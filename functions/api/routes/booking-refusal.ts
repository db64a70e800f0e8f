import type { Context } from 'hono'
import type { Alternative } from '../../../shared/domain/availability.ts'
import type { MoveRefusal } from '../../../shared/domain/booking-move.ts'
import { formatRange } from '../../../shared/domain/quarter-range.ts'
import { isBusy } from '../../../shared/store/contention.ts'
import { problem } from '../../http/problem.ts'
import type { StartDependencies } from '../../start-dependencies.ts'
import type { MessageRefusal } from '../../use-cases/allowances.ts'
import type { BookSpaceRefusal } from '../../use-cases/book-space.ts'
import { findAlternatives } from '../../use-cases/read-availability.ts'
import { viewOfFreeRange } from '../views/site-view.ts'

const shown = (alternatives: readonly Alternative[]) =>
  alternatives.map((each) => ({ space: each.space, date: each.date, ...viewOfFreeRange(each) }))

type Refusal = MoveRefusal | BookSpaceRefusal | MessageRefusal

/** Adds what is open at that time, or the nearest alternatives. */
export const bookingRefused = (c: Context, refusal: Refusal) => {
  if (refusal.kind === 'outside-opening')
    return problem(c, { ...refusal, open: refusal.open.map(formatRange) })
  if (refusal.kind !== 'taken') return problem(c, refusal)
  const alternatives = 'alternatives' in refusal ? (refusal.alternatives ?? []) : []
  return problem(c, { ...refusal, alternatives: shown(alternatives) })
}

/** The refusal is answered even when the search for alternatives is busy. */
const noneWhenBusy = (error: unknown): [] => {
  if (isBusy(error)) return []
  throw error
}

/** Looks on other days too. */
export const moveRefused = async (
  c: Context,
  refusal: Refusal,
  wanted: Parameters<typeof findAlternatives>[0],
  deps: StartDependencies,
) => {
  if (refusal.kind !== 'taken') return bookingRefused(c, refusal)
  const alternatives = await findAlternatives(wanted, deps).catch(noneWhenBusy)
  return bookingRefused(c, { ...refusal, alternatives })
}
