import { Hono } from 'hono/tiny'
import {
  DeliveryList,
  HookList,
  HookTrial,
  MadeHook,
  Replayed,
} from '../../../shared/contracts/hook-views.ts'
import { hookRoutes as routes } from '../../../shared/contracts/routes/hooks.ts'
import { MOST_HOOKS } from '../../../shared/domain/hook.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, jsonOrNothing, validBody, validParam } from '../../http/valid.ts'
import {
  listHooks,
  makeHook,
  removeHook,
  replaceHookSecret,
  resumeHook,
  type WithSecret,
} from '../../use-cases/link-hooks.ts'
import { listDeliveries, replayDeliveries, tryHook } from '../../use-cases/replay-deliveries.ts'
import { viewOfDelivery, viewOfHook } from '../views/hook-view.ts'

const madeOf = ({ hook, secret }: WithSecret) => ({ ...viewOfHook(hook), secret })

const linkingRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.listHooks.path, mine, validParam(routes.listHooks.params), async (c) => {
      const hooks = await listHooks({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      if (!hooks) return problem(c, { kind: 'not-found' })
      return respond(c, 200, HookList, { hooks: hooks.map(viewOfHook), most: MOST_HOOKS })
    })
    .post(
      routes.makeHook.path,
      jsonOnly,
      mine,
      idempotencyKey,
      validParam(routes.makeHook.params),
      validBody(routes.makeHook.body),
      async (c) => {
        const { holder: by, idempotencyKey } = c.var
        const command = { ...c.req.valid('param'), ...c.req.valid('json'), by, idempotencyKey }
        const result = await makeHook(command, deps)
        return result.ok ? respond(c, 201, MadeHook, madeOf(result.value)) : problem(c, result.error)
      },
    )
    .delete(routes.removeHook.path, mine, validParam(routes.removeHook.params), async (c) => {
      const result = await removeHook({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return result.ok ? c.body(null, 204) : problem(c, result.error)
    })
    .put(
      routes.replaceHookSecret.path,
      jsonOnly,
      mine,
      validParam(routes.replaceHookSecret.params),
      validBody(routes.replaceHookSecret.body),
      async (c) => {
        const command = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        const result = await replaceHookSecret(command, deps)
        return result.ok ? respond(c, 200, MadeHook, madeOf(result.value)) : problem(c, result.error)
      },
    )
    .delete(routes.resumeHook.path, mine, validParam(routes.resumeHook.params), async (c) => {
      const result = await resumeHook({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return result.ok ? c.body(null, 204) : problem(c, result.error)
    })
}

const deliveryRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(routes.tryHook.path, mine, validParam(routes.tryHook.params), async (c) => {
      const result = await tryHook({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return result.ok ? respond(c, 200, HookTrial, result.value) : problem(c, result.error)
    })
    .get(routes.listDeliveries.path, mine, validParam(routes.listDeliveries.params), async (c) => {
      const listed = await listDeliveries({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      if (!listed) return problem(c, { kind: 'not-found' })
      return respond(c, 200, DeliveryList, {
        hook: viewOfHook(listed.hook),
        deliveries: listed.deliveries.map(viewOfDelivery),
        isWhole: listed.isWhole,
      })
    })
    .post(
      routes.replayDeliveries.path,
      jsonOrNothing,
      mine,
      validParam(routes.replayDeliveries.params),
      validBody(routes.replayDeliveries.body),
      async (c) => {
        const command = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        const result = await replayDeliveries(command, deps)
        return result.ok ? respond(c, 200, Replayed, result.value) : problem(c, result.error)
      },
    )
}

export const hookRoutes = (deps: Dependencies) =>
  new Hono().route('/', linkingRoutes(deps)).route('/', deliveryRoutes(deps))
