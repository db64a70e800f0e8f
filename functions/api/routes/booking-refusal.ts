import type { Context } from 'hono'
import type { Alternative } from '../../../shared/domain/availability.ts'
import type { MoveRefusal } from '../../../shared/domain/booking-move.ts'
import { formatRange } from '../../../shared/domain/quarter-range.ts'
import { problem } from '../../http/problem.ts'
import type { MessageRefusal } from '../../use-cases/allowances.ts'
import type { BookSpaceRefusal } from '../../use-cases/book-space.ts'
import { viewOfFreeRange } from '../views/site-view.ts'

const shown = (alternatives: readonly Alternative[]) =>
  alternatives.map((each) => ({ space: each.space, date: each.date, ...viewOfFreeRange(each) }))

export type Refused = MoveRefusal | BookSpaceRefusal | MessageRefusal

/** Adds what is open at that time, or the nearest alternatives. */
export const bookingRefused = (c: Context, refusal: Refused) => {
  if (refusal.kind === 'outside-opening')
    return problem(c, { ...refusal, open: refusal.open.map(formatRange) })
  if (refusal.kind !== 'taken') return problem(c, refusal)
  const alternatives = 'alternatives' in refusal ? (refusal.alternatives ?? []) : []
  return problem(c, { ...refusal, alternatives: shown(alternatives) })
}
