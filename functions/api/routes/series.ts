import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { seriesRoutes as routes } from '../../../shared/contracts/routes/series.ts'
import { SeriesPreviewView, SeriesView } from '../../../shared/contracts/series-views.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn, withToken } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam, validQuery } from '../../http/valid.ts'
import { type BookSeriesRefusal, bookSeries } from '../../use-cases/book-series.ts'
import { cancelSeries } from '../../use-cases/cancel-series.ts'
import { type MoveSeriesRefusal, moveSeries } from '../../use-cases/move-series.ts'
import { previewSeries } from '../../use-cases/preview-series.ts'
import { findSeries, reportOf } from '../../use-cases/read-series.ts'
import { viewOfPreview, viewOfSeries, viewOfSeriesDate } from '../views/series-view.ts'

const refused = (c: Context, error: BookSeriesRefusal | MoveSeriesRefusal): Promise<Response> =>
  problem(c, 'dates' in error ? { ...error, dates: error.dates.map(viewOfSeriesDate) } : error)

const bookedRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(
      routes.bookSeries.path,
      jsonOnly,
      withToken,
      mine,
      idempotencyKey,
      validBody(routes.bookSeries.body),
      async (c) => {
        const request = c.req.valid('json')
        const result = await bookSeries({ ...c.var, request }, deps)
        return result.ok ? respond(c, 201, SeriesView, viewOfSeries(result.value)) : refused(c, result.error)
      },
    )
    .post(
      routes.previewSeries.path,
      jsonOnly,
      withToken,
      mine,
      validBody(routes.previewSeries.body),
      async (c) => {
        const result = await previewSeries({ ...c.var, request: c.req.valid('json') }, deps)
        return result.ok
          ? respond(c, 200, SeriesPreviewView, viewOfPreview(result.value))
          : problem(c, result.error)
      },
    )
    .get(routes.readSeries.path, mine, validParam(routes.readSeries.params), async (c) => {
      const finding = { ...c.req.valid('param'), by: c.get('holder'), action: 'read-series' } as const
      const series = await findSeries(finding, deps)
      const report = series && (await reportOf(series, deps))
      return report ? respond(c, 200, SeriesView, viewOfSeries(report)) : problem(c, { kind: 'not-found' })
    })
}

const changeRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .patch(
      routes.moveSeries.path,
      jsonOnly,
      withToken,
      mine,
      validParam(routes.moveSeries.params),
      validQuery(routes.moveSeries.query),
      validBody(routes.moveSeries.body),
      async (c) => {
        const { holder: by, token } = c.var
        const which = { ...c.req.valid('param'), ...c.req.valid('query'), by }
        const result = await moveSeries({ ...which, token, changes: c.req.valid('json') }, deps)
        return result.ok ? respond(c, 200, SeriesView, viewOfSeries(result.value)) : refused(c, result.error)
      },
    )
    .delete(
      routes.cancelSeries.path,
      mine,
      validParam(routes.cancelSeries.params),
      validQuery(routes.cancelSeries.query),
      async (c) => {
        const command = { ...c.req.valid('param'), ...c.req.valid('query'), by: c.get('holder') }
        const result = await cancelSeries(command, deps)
        return result.ok ? respond(c, 200, SeriesView, viewOfSeries(result.value)) : problem(c, result.error)
      },
    )
}

export const seriesRoutes = (deps: Dependencies) =>
  new Hono().route('/', bookedRoutes(deps)).route('/', changeRoutes(deps))
