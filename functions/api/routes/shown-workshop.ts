import type { Context } from 'hono'
import { WorkshopView } from '../../../shared/contracts/workshop-views.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import type { WorkshopDetails } from '../../use-cases/read-workshop.ts'
import { viewOfWorkshop } from '../views/workshop-view.ts'

export const shownWorkshop = (
  c: Context,
  status: 200 | 201,
  details: WorkshopDetails | undefined,
): Response | Promise<Response> =>
  details ? respond(c, status, WorkshopView, viewOfWorkshop(details)) : problem(c, { kind: 'not-found' })
