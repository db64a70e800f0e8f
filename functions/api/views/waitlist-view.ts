import type { WaitlistEntryView } from '../../../shared/contracts/waitlist-views.ts'
import { formatQuarter, MINUTES_A_QUARTER } from '../../../shared/domain/quarter.ts'
import type { WaitlistEntryDetails } from '../../use-cases/read-waitlist.ts'

export const viewOfWaitlistEntry = ({
  wait,
  status,
  rank,
  sites,
}: WaitlistEntryDetails): WaitlistEntryView => ({
  id: wait.id,
  status,
  ...(rank !== undefined && { rank }),
  ...(wait.booking && { booking: wait.booking }),
  sites: [...sites],
  ...(wait.space && { space: wait.space }),
  date: wait.date,
  from: formatQuarter(wait.start),
  to: formatQuarter(wait.end),
  minutes: wait.quarters * MINUTES_A_QUARTER,
  use: wait.use,
  places: wait.places,
  ...(wait.guest && { guest: wait.guest }),
  ...(wait.workshop && { workshop: wait.workshop }),
})
