import { Hono } from 'hono/tiny'
import { todayRoutes as routes } from '../../../shared/contracts/routes/today.ts'
import { AttachedList, type AttachedView, TodayView } from '../../../shared/contracts/today-views.ts'
import type { DirectoryEntry } from '../../../shared/domain/directory.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { respond } from '../../http/respond.ts'
import { listAttached } from '../../use-cases/list-attached.ts'
import { readToday } from '../../use-cases/read-today.ts'
import { viewOfToday } from '../views/today-view.ts'

const viewOfAttached = ({ id, name, kind, parent, departement, spaces }: DirectoryEntry): AttachedView => ({
  ...{ id, name, kind, departement, parent: parent ?? '' },
  lends: spaces.length > 0,
})

export const todayRoutes = (deps: Dependencies) =>
  new Hono<SignedIn>()
    .get(routes.readToday.path, signedIn(deps), async (c) =>
      respond(c, 200, TodayView, viewOfToday(await readToday(c.get('holder'), deps), deps.now())),
    )
    .get(routes.listAttached.path, signedIn(deps), async (c) => {
      const points = (await listAttached(c.get('holder'), deps)).map(viewOfAttached)
      return respond(c, 200, AttachedList, { points })
    })
