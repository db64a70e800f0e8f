import { Hono } from 'hono/tiny'
import { AbsencePlan, NotedAbsence } from '../../../shared/contracts/absence-views.ts'
import { absenceRoutes as routes } from '../../../shared/contracts/routes/absences.ts'
import type { HolderId } from '../../../shared/domain/ids.ts'
import { mediatorsOf } from '../../../shared/domain/mediators.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam, validQuery } from '../../http/valid.ts'
import { type NotedSitting, noteAbsence } from '../../use-cases/note-absence.ts'
import { type AbsentSitting, planAbsence } from '../../use-cases/plan-absence.ts'
import { viewOfColleague } from '../views/colleague-view.ts'
import { viewOfLed } from '../views/led-view.ts'
import { viewOfRefusal } from '../views/refusal-view.ts'

const viewOfSitting = ({ colleagues, proposed, ...led }: AbsentSitting) => ({
  ...viewOfLed(led),
  proposed,
  colleagues: colleagues.map(viewOfColleague),
})

const nameIn = (sittings: readonly AbsentSitting[], mediator: HolderId): string | undefined =>
  sittings.flatMap(({ workshop }) => mediatorsOf(workshop)).find(({ id }) => id === mediator)?.name

const viewOfNoted = ({ refusal, ...noted }: NotedSitting) => ({
  ...(refusal && viewOfRefusal(refusal)),
  ...noted,
})

export const absenceRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(
      routes.planAbsence.path,
      mine,
      validParam(routes.planAbsence.params),
      validQuery(routes.planAbsence.query),
      async (c) => {
        const { date } = c.req.valid('param')
        const by = c.get('holder')
        const { mediator = by.id } = c.req.valid('query')
        const sittings = await planAbsence({ mediator, date, by }, deps)
        const mediatorName = nameIn(sittings, mediator)
        const plan = { date, mediator, mediatorName, sittings: sittings.map(viewOfSitting) }
        return respond(c, 200, AbsencePlan, plan)
      },
    )
    .put(
      routes.noteAbsence.path,
      jsonOnly,
      mine,
      validParam(routes.noteAbsence.params),
      validBody(routes.noteAbsence.body),
      async (c) => {
        const by = c.get('holder')
        const { mediator = by.id, ...absence } = c.req.valid('json')
        const result = await noteAbsence({ ...absence, ...c.req.valid('param'), mediator, by }, deps)
        if (!result.ok) return problem(c, result.error)
        const { sittings, remaining } = result.value
        return respond(c, 200, NotedAbsence, { sittings: sittings.map(viewOfNoted), remaining })
      },
    )
}
