import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { AssociationList, AssociationView } from '../../../shared/contracts/association-views.ts'
import { associationRoutes as routes } from '../../../shared/contracts/routes/associations.ts'
import type { RosterRefusal } from '../../../shared/domain/association.ts'
import type { HolderId } from '../../../shared/domain/ids.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { type AddAssociation, addAssociation } from '../../use-cases/add-association.ts'
import {
  changeRole,
  leaveAssociation,
  renameAssociation,
  withdrawMember,
} from '../../use-cases/change-roster.ts'
import { listBelongings, readAssociation } from '../../use-cases/read-association.ts'
import { viewOfAssociation, viewOfBelonging } from '../views/association-view.ts'

type Numbers = { readonly rna?: string; readonly siret?: string }

/** The contract demands at least one of the numbers. */
const registerOf = ({ rna, siret = '' }: Numbers): AddAssociation['register'] =>
  rna === undefined ? { kind: 'siret', number: siret } : { kind: 'rna', number: rna }

const answerAssociation = async (
  c: Context<SignedIn>,
  { id, status = 200 }: { readonly id: HolderId; readonly status?: 200 | 201 },
  deps: Dependencies,
): Promise<Response> => {
  const seen = await readAssociation({ id, by: c.get('holder') }, deps)
  return seen
    ? respond(c, status, AssociationView, viewOfAssociation(seen))
    : problem(c, { kind: 'not-found' })
}

const ownRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(
      routes.addAssociation.path,
      jsonOnly,
      mine,
      idempotencyKey,
      validBody(routes.addAssociation.body),
      async (c) => {
        const { name, ...numbers } = c.req.valid('json')
        const { holder: by, idempotencyKey } = c.var
        const added = await addAssociation({ name, register: registerOf(numbers), by, idempotencyKey }, deps)
        return added.ok
          ? answerAssociation(c, { id: added.value, status: 201 }, deps)
          : problem(c, added.error)
      },
    )
    .get(routes.listMyAssociations.path, mine, async (c) => {
      const belongings = await listBelongings(c.get('holder').id, deps)
      return respond(c, 200, AssociationList, { associations: belongings.map(viewOfBelonging) })
    })
    .delete(routes.leaveAssociation.path, mine, validParam(routes.leaveAssociation.params), async (c) => {
      const left = await leaveAssociation({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return left.ok ? c.body(null, 204) : problem(c, left.error)
    })
}

const rosterRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  const after = (c: Context<SignedIn>, id: HolderId, changed: Result<undefined, RosterRefusal>) =>
    changed.ok ? answerAssociation(c, { id }, deps) : problem(c, changed.error)
  return new Hono<SignedIn>()
    .get(routes.readAssociation.path, mine, validParam(routes.readAssociation.params), (c) =>
      answerAssociation(c, c.req.valid('param'), deps),
    )
    .patch(
      routes.renameAssociation.path,
      jsonOnly,
      mine,
      validParam(routes.renameAssociation.params),
      validBody(routes.renameAssociation.body),
      async (c) => {
        const { id } = c.req.valid('param')
        const renamed = await renameAssociation({ id, ...c.req.valid('json'), by: c.get('holder') }, deps)
        return after(c, id, renamed)
      },
    )
    .put(
      routes.changeRole.path,
      jsonOnly,
      mine,
      validParam(routes.changeRole.params),
      validBody(routes.changeRole.body),
      async (c) => {
        const which = c.req.valid('param')
        const changed = await changeRole({ ...which, ...c.req.valid('json'), by: c.get('holder') }, deps)
        return after(c, which.id, changed)
      },
    )
    .delete(
      routes.withdrawFromAssociation.path,
      mine,
      validParam(routes.withdrawFromAssociation.params),
      async (c) => {
        const which = c.req.valid('param')
        return after(c, which.id, await withdrawMember({ ...which, by: c.get('holder') }, deps))
      },
    )
}

export const associationRoutes = (deps: Dependencies) =>
  new Hono().route('/', ownRoutes(deps)).route('/', rosterRoutes(deps))
