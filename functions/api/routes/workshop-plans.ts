import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { ColleagueList, MediatorList } from '../../../shared/contracts/colleague-views.ts'
import { workshopEditRoutes } from '../../../shared/contracts/routes/workshop-edits.ts'
import { workshopRoutes as routes } from '../../../shared/contracts/routes/workshops.ts'
import { formatRange } from '../../../shared/domain/quarter-range.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { type EditWorkshopRefusal, editWorkshop } from '../../use-cases/edit-workshop.ts'
import { endWorkshop } from '../../use-cases/end-workshop.ts'
import { listColleagues, listMediators } from '../../use-cases/list-colleagues.ts'
import { type PlanWorkshopRefusal, planWorkshop } from '../../use-cases/plan-workshop.ts'
import { readWorkshop } from '../../use-cases/read-workshop.ts'
import { viewOfColleague } from '../views/colleague-view.ts'
import { cyclePlanRoutes } from './cycle-plans.ts'
import { shownWorkshop as shown } from './shown-workshop.ts'

const refused = (c: Context, refusal: PlanWorkshopRefusal | EditWorkshopRefusal): Promise<Response> =>
  problem(
    c,
    refusal.kind === 'outside-opening' ? { ...refusal, open: refusal.open.map(formatRange) } : refusal,
  )

const plannerRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(
      routes.planWorkshop.path,
      jsonOnly,
      mine,
      idempotencyKey,
      validBody(routes.planWorkshop.body),
      async (c) => {
        const { holder: planner, idempotencyKey: key } = c.var
        const result = await planWorkshop(
          { request: c.req.valid('json'), planner, idempotencyKey: key },
          deps,
        )
        return result.ok
          ? shown(c, 201, await readWorkshop({ id: result.value.id }, deps))
          : refused(c, result.error)
      },
    )
    .post(
      routes.cancelWorkshop.path,
      jsonOnly,
      mine,
      validParam(routes.cancelWorkshop.params),
      validBody(routes.cancelWorkshop.body),
      async (c) => {
        const command = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        const result = await endWorkshop(command, deps)
        return result.ok ? shown(c, 200, result.value) : problem(c, result.error)
      },
    )
}

const editorRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .patch(
      workshopEditRoutes.editWorkshop.path,
      jsonOnly,
      mine,
      validParam(workshopEditRoutes.editWorkshop.params),
      validBody(workshopEditRoutes.editWorkshop.body),
      async (c) => {
        const command = { ...c.req.valid('param'), edit: c.req.valid('json'), by: c.get('holder') }
        const result = await editWorkshop(command, deps)
        return result.ok ? shown(c, 200, result.value) : refused(c, result.error)
      },
    )
    .get(
      workshopEditRoutes.listMediators.path,
      mine,
      validParam(workshopEditRoutes.listMediators.params),
      async (c) => {
        const by = c.get('holder')
        const found = await listMediators({ ...c.req.valid('param'), by }, deps)
        if (!found) return problem(c, { kind: 'not-found' })
        const mediators = found.map(({ id, name }) => ({ id, name, isYou: id === by.id }))
        return respond(c, 200, MediatorList, { mediators })
      },
    )
    .get(
      workshopEditRoutes.listColleagues.path,
      mine,
      validParam(workshopEditRoutes.listColleagues.params),
      async (c) => {
        const found = await listColleagues({ ...c.req.valid('param'), by: c.get('holder') }, deps)
        if (!found) return problem(c, { kind: 'not-found' })
        return respond(c, 200, ColleagueList, { colleagues: found.map(viewOfColleague) })
      },
    )
}

/** What those who plan workshops do. */
export const workshopPlanRoutes = (deps: Dependencies) =>
  new Hono().route('/', plannerRoutes(deps)).route('/', editorRoutes(deps)).route('/', cyclePlanRoutes(deps))
