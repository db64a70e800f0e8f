import { Hono } from 'hono/tiny'
import type * as z from 'zod'
import {
  ClosureList,
  ClosurePreview,
  ClosureReportView,
  type NewClosure,
} from '../../../shared/contracts/closure-views.ts'
import { closureRoutes as routes } from '../../../shared/contracts/routes/closures.ts'
import type { Actor } from '../../../shared/domain/rights.ts'
import type { Dependencies } from '../../dependencies.ts'
import { mayAtSite, type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { may } from '../../use-cases/authorize.ts'
import { closeSite } from '../../use-cases/close-site.ts'
import { previewClosure } from '../../use-cases/preview-closure.ts'
import { type ClosureReport, findClosureReport, reportOfClosure } from '../../use-cases/read-closure.ts'
import { reopenSite } from '../../use-cases/reopen-site.ts'
import { viewOfClosureList, viewOfClosurePreview, viewOfClosureReport } from '../views/closure-report-view.ts'
import { previewWithoutPeople, reportWithoutPeople } from '../views/without-people.ts'

const requestOf = (body: z.output<typeof NewClosure>) => ({ ...body, to: body.to ?? body.from })

/** The owner of the premises reads no names. */
const reportFor = async (
  by: Actor,
  report: ClosureReport,
  deps: Dependencies,
): Promise<ClosureReportView> => {
  const view = viewOfClosureReport(report)
  const { site } = report.closure
  return (await may(by, 'read-planning', { site }, deps)) ? view : reportWithoutPeople(view)
}

const closingRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  const mayClose = mayAtSite('close', deps)
  return new Hono<SignedIn>()
    .post(
      routes.closeSite.path,
      jsonOnly,
      mine,
      mayClose,
      idempotencyKey,
      validParam(routes.closeSite.params),
      validBody(routes.closeSite.body),
      async (c) => {
        const request = requestOf(c.req.valid('json'))
        const { holder, authorship, idempotencyKey } = c.var
        const { site } = c.req.valid('param')
        const result = await closeSite({ site, request, holder: holder.id, authorship, idempotencyKey }, deps)
        if (!result.ok) return problem(c, result.error)
        const report = await reportOfClosure(result.value, deps)
        return respond(c, 201, ClosureReportView, await reportFor(holder, report, deps))
      },
    )
    .post(
      routes.previewClosure.path,
      jsonOnly,
      mine,
      mayClose,
      validParam(routes.previewClosure.params),
      validBody(routes.previewClosure.body),
      async (c) => {
        const asked = { ...c.req.valid('param'), request: requestOf(c.req.valid('json')) }
        const result = await previewClosure(asked, deps)
        if (!result.ok) return problem(c, result.error)
        const preview = viewOfClosurePreview(result.value)
        const isNamed = await may(c.get('holder'), 'read-planning', asked, deps)
        return respond(c, 200, ClosurePreview, isNamed ? preview : previewWithoutPeople(preview))
      },
    )
}

const closureOfSiteRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  const mayClose = mayAtSite('close', deps)
  return new Hono<SignedIn>()
    .get(routes.listClosures.path, validParam(routes.listClosures.params), async (c) => {
      const lent = await deps.sites.findSite(c.req.valid('param').site)
      return lent
        ? respond(c, 200, ClosureList, viewOfClosureList(lent, deps.now()))
        : problem(c, { kind: 'not-found' })
    })
    .get(routes.readClosure.path, mine, mayClose, validParam(routes.readClosure.params), async (c) => {
      const report = await findClosureReport(c.req.valid('param'), deps)
      return report
        ? respond(c, 200, ClosureReportView, await reportFor(c.get('holder'), report, deps))
        : problem(c, { kind: 'not-found' })
    })
    .delete(routes.reopenSite.path, mine, mayClose, validParam(routes.reopenSite.params), async (c) => {
      const result = await reopenSite({ ...c.req.valid('param'), authorship: c.get('authorship') }, deps)
      if (!result.ok) return problem(c, result.error)
      const report = await reportOfClosure(result.value, deps)
      return respond(c, 200, ClosureReportView, await reportFor(c.get('holder'), report, deps))
    })
}

export const closureRoutes = (deps: Dependencies) =>
  new Hono().route('/', closingRoutes(deps)).route('/', closureOfSiteRoutes(deps))
