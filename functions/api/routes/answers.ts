import { Hono } from 'hono/tiny'
import { RequestList } from '../../../shared/contracts/answer-views.ts'
import { BookingView } from '../../../shared/contracts/booking-views.ts'
import { answerRoutes as routes } from '../../../shared/contracts/routes/answers.ts'
import { decideAcceptance, decideApproval } from '../../../shared/domain/answer.ts'
import { decideStaffCancellation } from '../../../shared/domain/booking-change.ts'
import type { BookingDetails } from '../../../shared/domain/booking-details.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { changeBooking } from '../../use-cases/change-booking.ts'
import { listRequests } from '../../use-cases/list-requests.ts'
import { staffedSite } from '../../use-cases/staffed-site.ts'
import { viewOfBooking, viewOfRequest } from '../views/booking-view.ts'
import { viewOfFoundBooking } from '../views/door-view.ts'

const requestRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.listRequests.path, mine, validParam(routes.listRequests.params), async (c) => {
      const requests = await listRequests({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return requests
        ? respond(c, 200, RequestList, { requests: requests.map(viewOfRequest) })
        : problem(c, { kind: 'not-found' })
    })
    .put(
      routes.approveRequest.path,
      jsonOnly,
      mine,
      validParam(routes.approveRequest.params),
      validBody(routes.approveRequest.body),
      async (c) => {
        const finding = { ...c.req.valid('param'), by: c.get('holder'), action: 'approve' } as const
        const answer = c.req.valid('json')
        const decide = ({ booking }: BookingDetails) => decideApproval(booking, answer, deps.now())
        const result = await changeBooking(finding, decide, deps)
        return result.ok
          ? respond(c, 200, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
          : problem(c, result.error)
      },
    )
}

const bookingRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .put(
      routes.takeBack.path,
      jsonOnly,
      mine,
      validParam(routes.takeBack.params),
      validBody(routes.takeBack.body),
      async (c) => {
        const finding = { ...c.req.valid('param'), by: c.get('holder'), action: 'act-for-others' } as const
        const { reason } = c.req.valid('json')
        const decide = ({ booking, site }: BookingDetails) =>
          decideStaffCancellation(booking, reason, { site, now: deps.now() })
        const result = await changeBooking(finding, decide, deps)
        return result.ok
          ? respond(c, 200, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
          : problem(c, result.error)
      },
    )
    .put(
      routes.answerOffer.path,
      jsonOnly,
      mine,
      validParam(routes.answerOffer.params),
      validBody(routes.answerOffer.body),
      async (c) => {
        const finding = { ...c.req.valid('param'), by: c.get('holder'), action: 'change-booking' } as const
        const { accepted } = c.req.valid('json')
        const decide = async (found: BookingDetails) =>
          decideAcceptance({ ...found, site: await staffedSite(found, deps) }, accepted, deps.now())
        const result = await changeBooking(finding, decide, deps)
        return result.ok
          ? respond(c, 200, BookingView, await viewOfFoundBooking(result.value, c.get('holder'), deps))
          : problem(c, result.error)
      },
    )
}

export const answerRoutes = (deps: Dependencies) =>
  new Hono().route('/', requestRoutes(deps)).route('/', bookingRoutes(deps))
