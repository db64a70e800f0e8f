import type { Route } from './route.ts'
import { absenceRoutes } from './routes/absences.ts'
import { answerRoutes } from './routes/answers.ts'
import { apiKeyRoutes } from './routes/api-keys.ts'
import { assistantRoutes } from './routes/assistants.ts'
import { associationRoutes } from './routes/associations.ts'
import { attendanceRoutes } from './routes/attendance.ts'
import { auditRoutes } from './routes/audit.ts'
import { bookingRoutes } from './routes/bookings.ts'
import { calendarFileRoutes } from './routes/calendar-files.ts'
import { callRoutes } from './routes/calls.ts'
import { closureRoutes } from './routes/closures.ts'
import { conditionsRoutes } from './routes/conditions.ts'
import { counterRoutes } from './routes/counter.ts'
import { doorRoutes } from './routes/doors.ts'
import { feedRoutes } from './routes/feeds.ts'
import { figureRoutes } from './routes/figures.ts'
import { hookRoutes } from './routes/hooks.ts'
import { issuerRoutes } from './routes/issuer.ts'
import { keyRoutes } from './routes/keys.ts'
import { lendingRoutes } from './routes/lending.ts'
import { memberRoutes } from './routes/members.ts'
import { networkMapRoutes } from './routes/network-map.ts'
import { openDataRoutes } from './routes/open-data.ts'
import { openApiRoutes } from './routes/openapi.ts'
import { outsideCalendarRoutes } from './routes/outside-calendars.ts'
import { peopleRoutes } from './routes/people.ts'
import { planningRoutes } from './routes/planning.ts'
import { preferenceRoutes } from './routes/preferences.ts'
import { premisesRoutes } from './routes/premises.ts'
import { privacyRoutes } from './routes/privacy.ts'
import { proposalRoutes } from './routes/proposals.ts'
import { rightRoutes } from './routes/rights.ts'
import { searchRoutes } from './routes/search.ts'
import { seatRoutes } from './routes/seats.ts'
import { seriesRoutes } from './routes/series.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { siteRoutes } from './routes/sites.ts'
import { todayRoutes } from './routes/today.ts'
import { waitlistRoutes } from './routes/waitlist.ts'
import { weekRoutes } from './routes/week.ts'
import { workshopEditRoutes } from './routes/workshop-edits.ts'
import { workshopRoutes } from './routes/workshops.ts'

export type { Route } from './route.ts'

/** The whole API, under `/api`; the app, the OpenAPI document and the tests read it. */
export const routes = {
  ...siteRoutes,
  ...searchRoutes,
  ...networkMapRoutes,
  ...bookingRoutes,
  ...absenceRoutes,
  ...answerRoutes,
  ...callRoutes,
  ...attendanceRoutes,
  ...seriesRoutes,
  ...closureRoutes,
  ...planningRoutes,
  ...doorRoutes,
  ...keyRoutes,
  ...waitlistRoutes,
  ...workshopEditRoutes,
  ...workshopRoutes,
  ...seatRoutes,
  ...todayRoutes,
  ...weekRoutes,
  ...peopleRoutes,
  ...calendarFileRoutes,
  ...feedRoutes,
  ...figureRoutes,
  ...issuerRoutes,
  ...sessionRoutes,
  ...memberRoutes,
  ...rightRoutes,
  ...hookRoutes,
  ...apiKeyRoutes,
  ...associationRoutes,
  ...conditionsRoutes,
  ...auditRoutes,
  ...preferenceRoutes,
  ...privacyRoutes,
  ...lendingRoutes,
  ...outsideCalendarRoutes,
  ...premisesRoutes,
  ...proposalRoutes,
  ...counterRoutes,
  ...openDataRoutes,
  ...assistantRoutes,
  ...openApiRoutes,
} as const satisfies Record<string, Route>
