import type { WaitView } from '../../shared/contracts/wait-views.ts'
import { formatQuarter, MINUTES_A_QUARTER } from '../../shared/domain/quarter.ts'
import type { SeenWait } from './use-cases/read-waits.ts'

export const viewOfWait = ({ wait, status, rank, sites }: SeenWait): WaitView => ({
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
  ...(wait.workshop && { workshop: wait.workshop }),
})
