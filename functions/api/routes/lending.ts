import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import {
  LendingPreview,
  LentSpaceList,
  LentSpaceView,
  SetUpList,
  WayInView,
} from '../../../shared/contracts/lending-views.ts'
import { lendingRoutes as routes } from '../../../shared/contracts/routes/lending.ts'
import type { SpaceId } from '../../../shared/domain/ids.ts'
import { localTimeAt } from '../../../shared/domain/instant.ts'
import { isLentFrom } from '../../../shared/domain/opening.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { wayInWarnings } from '../../../shared/domain/way-in.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam, validQuery } from '../../http/valid.ts'
import { changeSpace, type LentSpaceNow, lendSpace, stopLending } from '../../use-cases/change-lending.ts'
import type { ChangeRefusal } from '../../use-cases/lending-refusal.ts'
import { previewLending } from '../../use-cases/preview-lending.ts'
import { readLending } from '../../use-cases/read-lending.ts'
import {
  spaceOf,
  viewOfLendingPreview,
  viewOfLentSpace,
  viewOfSetUps,
  viewOfTouched,
} from '../views/lending-view.ts'
import { viewOfWarnings } from '../views/way-in-view.ts'

/** Stands for a space that has no identifier yet. */
const NEW = 'nouveau' as SpaceId

const readingRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.listLentSpaces.path, mine, validParam(routes.listLentSpaces.params), async (c) => {
      const lending = await readLending({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      if (!lending) return problem(c, { kind: 'not-found' })
      const { site, changes } = lending
      const spaces = lending.spaces.map((space) =>
        viewOfLentSpace({ site, space, settled: changes.get(space.id)?.done ?? true }, deps.now()),
      )
      return respond(c, 200, LentSpaceList, { spaces })
    })
    .get(routes.listSetUps.path, validParam(routes.listSetUps.params), async (c) => {
      const lent = await deps.sites.findSite(c.req.valid('param').site)
      if (!lent) return problem(c, { kind: 'not-found' })
      const { date: today } = localTimeAt(deps.now(), lent.site.timeZone)
      return respond(c, 200, SetUpList, viewOfSetUps(lent.spaces.filter((space) => isLentFrom(space, today))))
    })
    .post(
      routes.previewLending.path,
      jsonOnly,
      mine,
      validParam(routes.previewLending.params),
      validBody(routes.previewLending.body),
      async (c) => {
        const { space, ...setUp } = c.req.valid('json')
        const lent = spaceOf(space ?? NEW, setUp)
        const result = await previewLending({ ...c.req.valid('param'), lent, by: c.get('holder') }, deps)
        return result.ok
          ? respond(c, 200, LendingPreview, viewOfLendingPreview(result.value))
          : problem(c, result.error)
      },
    )
}

const wayInRoutes = (deps: Dependencies) =>
  new Hono().get(
    routes.readWayIn.path,
    validParam(routes.readWayIn.params),
    validQuery(routes.readWayIn.query),
    async (c) => {
      const { site: id, space: wanted } = c.req.valid('param')
      const lent = await deps.sites.findSite(id)
      const space = lent?.spaces.find((each) => each.id === wanted)
      if (!lent || !space) return problem(c, { kind: 'not-found' })
      const warnings = wayInWarnings(space.access, c.req.valid('query'), { site: lent.site, now: deps.now() })
      return respond(c, 200, WayInView, viewOfWarnings(warnings))
    },
  )

const refused = (c: Context, error: ChangeRefusal): Promise<Response> =>
  problem(c, error.kind === 'touches-bookings' ? { kind: error.kind, ...viewOfTouched(error.found) } : error)

const changeRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  const answer = (c: Context, status: 200 | 201, result: Result<LentSpaceNow, ChangeRefusal>) =>
    result.ok
      ? respond(c, status, LentSpaceView, viewOfLentSpace(result.value, deps.now()))
      : refused(c, result.error)
  return new Hono<SignedIn>()
    .post(
      routes.lendSpace.path,
      jsonOnly,
      mine,
      idempotencyKey,
      validParam(routes.lendSpace.params),
      validBody(routes.lendSpace.body),
      async (c) => {
        const setUp = c.req.valid('json')
        const { holder: by, idempotencyKey } = c.var
        const naming = { ...c.req.valid('param'), by, idempotencyKey }
        return answer(c, 201, await lendSpace(naming, (id) => spaceOf(id, setUp), deps))
      },
    )
    .put(
      routes.changeLentSpace.path,
      jsonOnly,
      mine,
      validParam(routes.changeLentSpace.params),
      validBody(routes.changeLentSpace.body),
      async (c) => {
        const { revision, touched, ...setUp } = c.req.valid('json')
        const changing = { ...c.req.valid('param'), by: c.get('holder'), revision, touched }
        return answer(c, 200, await changeSpace(changing, (id) => spaceOf(id, setUp), deps))
      },
    )
    .delete(
      routes.stopLending.path,
      jsonOnly,
      mine,
      validParam(routes.stopLending.params),
      validBody(routes.stopLending.body),
      async (c) => {
        const stopping = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        return answer(c, 200, await stopLending(stopping, deps))
      },
    )
}

export const lendingRoutes = (deps: Dependencies) =>
  new Hono().route('/', readingRoutes(deps)).route('/', wayInRoutes(deps)).route('/', changeRoutes(deps))
