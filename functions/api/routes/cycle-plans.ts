import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { workshopEditRoutes } from '../../../shared/contracts/routes/workshop-edits.ts'
import { workshopRoutes as routes } from '../../../shared/contracts/routes/workshops.ts'
import { EditedCycle } from '../../../shared/contracts/workshop-edit-views.ts'
import { CyclePreview, PlannedCycle } from '../../../shared/contracts/workshop-views.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { editCycle } from '../../use-cases/edit-cycle.ts'
import { type PlanCycleRefusal, planCycle, previewCycle } from '../../use-cases/plan-cycle.ts'
import {
  viewOfCyclePreview,
  viewOfEdited,
  viewOfPlannedCycle,
  viewOfSittings,
} from '../views/workshop-view.ts'

const refusedCycle = (c: Context, refusal: PlanCycleRefusal): Promise<Response> => {
  if (refusal.kind !== 'cycle-refused') return problem(c, refusal)
  return problem(c, { kind: refusal.kind, dates: viewOfSittings(refusal.sittings) })
}

const planRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(routes.previewCycle.path, jsonOnly, mine, validBody(routes.previewCycle.body), async (c) => {
      const result = await previewCycle({ request: c.req.valid('json'), planner: c.var.holder }, deps)
      return result.ok
        ? respond(c, 200, CyclePreview, viewOfCyclePreview(result.value))
        : refusedCycle(c, result.error)
    })
    .post(
      routes.planCycle.path,
      jsonOnly,
      mine,
      idempotencyKey,
      validBody(routes.planCycle.body),
      async (c) => {
        const { holder: planner, idempotencyKey: key } = c.var
        const command = { request: c.req.valid('json'), planner, idempotencyKey: key }
        const result = await planCycle(command, deps)
        return result.ok
          ? respond(c, 201, PlannedCycle, viewOfPlannedCycle(result.value))
          : refusedCycle(c, result.error)
      },
    )
}

const editRoutes = (deps: Dependencies) =>
  new Hono<SignedIn>().patch(
    workshopEditRoutes.editCycle.path,
    jsonOnly,
    signedIn(deps),
    idempotencyKey,
    validParam(workshopEditRoutes.editCycle.params),
    validBody(workshopEditRoutes.editCycle.body),
    async (c) => {
      const { from, ...edit } = c.req.valid('json')
      const { holder: by, idempotencyKey: key } = c.var
      const command = { ...c.req.valid('param'), from, edit, by, idempotencyKey: key }
      const result = await editCycle(command, deps)
      return result.ok
        ? respond(c, 200, EditedCycle, { dates: result.value.map(viewOfEdited) })
        : problem(c, result.error)
    },
  )

export const cyclePlanRoutes = (deps: Dependencies) =>
  new Hono().route('/', planRoutes(deps)).route('/', editRoutes(deps))
