import { Hono } from 'hono/tiny'
import { OutsideCalendarView } from '../../../shared/contracts/outside-calendar-views.ts'
import { outsideCalendarRoutes as routes } from '../../../shared/contracts/routes/outside-calendars.ts'
import { type Instant, localTextAt } from '../../../shared/domain/instant.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { Dependencies } from '../../dependencies.ts'
import { mayAtSite, type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import {
  endOutsideCalendar,
  type FollowedOutside,
  readOutsideCalendar,
  setOutsideCalendar,
} from '../../use-cases/outside-calendars.ts'

/** The address may be a secret of who keeps the calendar. */
const viewOf = ({ site, calendar, clashes }: FollowedOutside): OutsideCalendarView => {
  const textAt = (at: Instant | undefined) => (at === undefined ? undefined : localTextAt(at, site.timeZone))
  return {
    ...(calendar && { host: new URL(calendar.url).host }),
    readAt: textAt(calendar?.readAt),
    fault: calendar?.fault,
    failingSince: textAt(calendar?.failingSince),
    clashes: clashes.map(({ date, start, end }) => ({
      date,
      start: formatQuarter(start),
      end: formatQuarter(end),
    })),
  }
}

export const outsideCalendarRoutes = (deps: Dependencies) => {
  const lending = [signedIn(deps), mayAtSite('lend-spaces', deps)] as const
  return new Hono<SignedIn>()
    .get(
      routes.readOutsideCalendar.path,
      ...lending,
      validParam(routes.readOutsideCalendar.params),
      async (c) => {
        const result = await readOutsideCalendar(c.req.valid('param'), deps)
        return result.ok
          ? respond(c, 200, OutsideCalendarView, viewOf(result.value))
          : problem(c, result.error)
      },
    )
    .put(
      routes.setOutsideCalendar.path,
      jsonOnly,
      ...lending,
      validParam(routes.setOutsideCalendar.params),
      validBody(routes.setOutsideCalendar.body),
      async (c) => {
        const { authorship } = c.var
        const asked = { ...c.req.valid('param'), ...c.req.valid('json'), authorship }
        const result = await setOutsideCalendar(asked, deps)
        return result.ok
          ? respond(c, 200, OutsideCalendarView, viewOf(result.value))
          : problem(c, result.error)
      },
    )
    .delete(
      routes.endOutsideCalendar.path,
      ...lending,
      validParam(routes.endOutsideCalendar.params),
      async (c) => {
        const result = await endOutsideCalendar(
          { ...c.req.valid('param'), authorship: c.var.authorship },
          deps,
        )
        return result.ok ? c.body(null, 204) : problem(c, result.error)
      },
    )
}
