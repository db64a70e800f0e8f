import type { WorkshopId } from '../../shared/domain/ids.ts'
import { isElsewhere, waitingAt } from '../../shared/domain/seat-wait.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { readWaiting } from './workshop-people.ts'

type Deps = Pick<Dependencies, 'workshops' | 'waitlist' | 'sites'>

/**
 * Who waits for a seat keeps their rank when the workshop moves, and is offered one at its new time. Here their
 * entries follow, one by one, so that lists show that time too. Repeating changes nothing.
 */
export const followWorkshop = (id: WorkshopId, deps: Deps): Promise<void> =>
  retryContended(async () => {
    const found = await deps.workshops.findWorkshop(id)
    if (found?.workshop.status !== 'planned') return
    const { workshop } = found
    const [waits, site] = await Promise.all([
      readWaiting(workshop, deps),
      deps.sites.findLocation(workshop.site),
    ])
    for (const wait of site ? waits : []) {
      const there = site && waitingAt(wait, workshop, site)
      if (there && isElsewhere(wait, there) && (await deps.waitlist.follow(wait, there, id)))
        throw new ContentionError('changed')
    }
  })
