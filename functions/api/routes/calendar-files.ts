import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { calendarFileRoutes as routes } from '../../../shared/contracts/routes/calendar-files.ts'
import type { BookingDetails } from '../../../shared/domain/booking-details.ts'
import { languageOf } from '../../../shared/domain/language.ts'
import { bookingsCalendar } from '../../calendars/booking-event.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { ownOrigin } from '../../http/same-origin.ts'
import { validParam } from '../../http/valid.ts'
import { datesOfCycle, datesOfSeries } from '../../use-cases/dates-to-keep.ts'
import { findReadableBooking } from '../../use-cases/find-readable-booking.ts'

const fileOf = (
  c: Context<SignedIn>,
  found: readonly BookingDetails[] | undefined,
  { now }: Pick<Dependencies, 'now'>,
) => {
  if (!found) return problem(c, { kind: 'not-found' })
  const said = { language: languageOf(c.get('holder')), origin: ownOrigin(c) }
  return c.body(bookingsCalendar(found, now(), said), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="reservation.ics"',
  })
}

export const calendarFileRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.readCalendar.path, mine, validParam(routes.readCalendar.params), async (c) => {
      const found = await findReadableBooking({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return fileOf(c, found && [found], deps)
    })
    .get(routes.readSeriesCalendar.path, mine, validParam(routes.readSeriesCalendar.params), async (c) =>
      fileOf(c, await datesOfSeries({ ...c.req.valid('param'), by: c.get('holder') }, deps), deps),
    )
    .get(routes.readCycleCalendar.path, mine, validParam(routes.readCycleCalendar.params), async (c) =>
      fileOf(c, await datesOfCycle({ ...c.req.valid('param'), holder: c.get('holder').id }, deps), deps),
    )
}
