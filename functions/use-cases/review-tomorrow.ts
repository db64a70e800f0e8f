import type { SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt, UTC } from '../../shared/domain/instant.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import type { Dependencies } from '../dependencies.ts'

/** Where somebody waits, what is free is offered each night: who was passed over may take it by then. */
export const reviewTomorrow = (
  site: SiteId,
  { reviews, now }: Pick<Dependencies, 'reviews' | 'now'>,
): Promise<void> => reviews.reviewFrom(site, addDays(localTimeAt(now(), UTC).date, 1))
