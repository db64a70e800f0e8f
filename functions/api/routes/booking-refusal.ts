import type { Context } from 'hono'
import type { MoveRefusal } from '../../../shared/domain/booking-move.ts'
import { formatRange } from '../../../shared/domain/quarter-range.ts'
import { isBusy } from '../../../shared/store/contention.ts'
import { problem } from '../../http/problem.ts'
import type { StartDependencies } from '../../start-dependencies.ts'
import type { MessageRefusal } from '../../use-cases/allowances.ts'
import type { BookSpaceRefusal } from '../../use-cases/book-space.ts'
import { findAlternatives } from '../../use-cases/read-availability.ts'
import { viewOfFreeRange } from '../views/site-view.ts'

/** The refusal is answered even when the search for alternatives is busy. */
const noneWhenBusy = (error: unknown): [] => {
  if (isBusy(error)) return []
  throw error
}

/** Adds what is open at that time, or the nearest alternatives. */
export const refused = async (
  c: Context,
  refusal: BookSpaceRefusal | MoveRefusal | MessageRefusal,
  wanted: Parameters<typeof findAlternatives>[0],
  deps: StartDependencies,
): Promise<Response> => {
  if (refusal.kind === 'outside-opening')
    return problem(c, { ...refusal, open: refusal.open.map(formatRange) })
  if (refusal.kind !== 'taken') return problem(c, refusal)
  const alternatives = await findAlternatives(wanted, deps).catch(noneWhenBusy)
  return problem(c, {
    ...refusal,
    alternatives: alternatives.map((each) => ({
      space: each.space,
      date: each.date,
      ...viewOfFreeRange(each),
    })),
  })
}
