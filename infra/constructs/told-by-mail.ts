import { BOOKINGS } from '../../shared/store/keys/booking-keys.ts'
import { MEMBERSHIPS } from '../../shared/store/keys/holder-keys.ts'
import { HOOKS } from '../../shared/store/keys/hook-keys.ts'
import { OUTSIDE_CALENDARS } from '../../shared/store/keys/outside-keys.ts'
import { PROPOSALS } from '../../shared/store/keys/proposal-keys.ts'
import { INVITATIONS } from '../../shared/store/keys/right-keys.ts'
import { ALL_SERIES } from '../../shared/store/keys/series-keys.ts'
import { CODES } from '../../shared/store/keys/sign-in-keys.ts'
import { SPACES } from '../../shared/store/keys/site-keys.ts'
import { WAITLIST_ENTRIES } from '../../shared/store/keys/waitlist-keys.ts'
import { WORKSHOPS } from '../../shared/store/keys/workshop-keys.ts'
import type { StreamRecords } from './stream-delivery.ts'

/** The records of which somebody is told. */
export const TOLD_BY_MAIL: readonly StreamRecords[] = [
  { events: ['INSERT'], partitionPrefix: CODES },
  { events: ['INSERT', 'MODIFY'], partitionPrefix: [BOOKINGS, PROPOSALS, WAITLIST_ENTRIES] },
  // Together: a stream's reader may have five filters.
  { events: ['MODIFY'], partitionPrefix: [ALL_SERIES, HOOKS, WORKSHOPS] },
  { events: ['INSERT'], partitionPrefix: INVITATIONS },
  { events: ['INSERT', 'MODIFY', 'REMOVE'], sortPrefix: [MEMBERSHIPS, OUTSIDE_CALENDARS, SPACES] },
]
