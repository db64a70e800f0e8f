import type { KeyView } from '../../../shared/contracts/key-views.ts'
import { referenceOf } from '../../../shared/domain/booking.ts'
import { type Instant, localTextAt } from '../../../shared/domain/instant.ts'
import { isOverdue } from '../../../shared/domain/key-loan.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { KeyLine } from '../../use-cases/list-keys.ts'

type Seen = { readonly site: Site; readonly isNamed: boolean; readonly now: Instant }

export const viewOfKey = (
  { booking, space, movedTo, holder, loan }: KeyLine,
  { site, isNamed, now }: Seen,
): KeyView => ({
  id: booking.id,
  reference: referenceOf(booking.id),
  space: space?.name ?? booking.space,
  ...(movedTo && { movedTo: movedTo.name }),
  date: booking.date,
  start: formatQuarter(booking.start),
  end: formatQuarter(booking.end),
  state: loan ? (isOverdue(loan, now) ? 'overdue' : 'out') : 'kept',
  ...(loan && { dueBack: localTextAt(loan.dueBack, site.timeZone) }),
  ...(isNamed && { holderName: holder.name ?? '', phone: holder.phone }),
})
