import { Hono } from 'hono/tiny'
import { DoorCodeList, TypedAnswer } from '../../../shared/contracts/door-views.ts'
import { doorRoutes as routes } from '../../../shared/contracts/routes/doors.ts'
import type { Dependencies } from '../../dependencies.ts'
import { mayAtSite, type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { noteTypedCodes } from '../../use-cases/note-typed-codes.ts'
import { readDoorCodes } from '../../use-cases/read-door-codes.ts'
import { viewOfDoorCodes } from '../views/door-codes-view.ts'

export const doorRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  const mayType = mayAtSite('type-door-codes', deps)
  return new Hono<SignedIn>()
    .post(
      routes.readDoorCodes.path,
      jsonOnly,
      mine,
      mayType,
      validParam(routes.readDoorCodes.params),
      validBody(routes.readDoorCodes.body),
      async (c) => {
        const { date } = c.req.valid('json')
        const codes = await readDoorCodes(
          { ...c.req.valid('param'), date, authorship: c.get('authorship') },
          deps,
        )
        return codes
          ? respond(c, 200, DoorCodeList, viewOfDoorCodes(codes, date))
          : problem(c, { kind: 'not-found' })
      },
    )
    .put(
      routes.noteTypedCodes.path,
      jsonOnly,
      mine,
      mayType,
      validParam(routes.noteTypedCodes.params),
      validBody(routes.noteTypedCodes.body),
      async (c) => {
        const wanted = { ...c.req.valid('param'), ...c.req.valid('json'), authorship: c.get('authorship') }
        const noted = await noteTypedCodes(wanted, deps)
        return noted ? respond(c, 200, TypedAnswer, noted) : problem(c, { kind: 'not-found' })
      },
    )
}
