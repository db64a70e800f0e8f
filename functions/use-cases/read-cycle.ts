import type { CycleId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { MOST_SITTINGS } from '../../shared/domain/sitting-dates.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { type ListedSeats, seatsIn } from './list-workshops.ts'

const FIRST_DATE = '1000-01-01' as LocalDate
const AT_ONCE = 8

export const listCycle = (id: CycleId, { workshops }: Pick<Dependencies, 'workshops'>) =>
  workshops.listWorkshops({ cycle: id }, FIRST_DATE, MOST_SITTINGS)

/** Its workshops in the order of time; none when no cycle has that id, or all are cancelled. */
export const readCycle = async (
  id: CycleId,
  deps: Pick<Dependencies, 'workshops' | 'waitlist' | 'now'>,
): Promise<ListedSeats[]> => {
  const seated = await deps.workshops.readSeated(await listCycle(id, deps))
  return mapAtOnce(seated, AT_ONCE, (each) => seatsIn(each, deps))
}
