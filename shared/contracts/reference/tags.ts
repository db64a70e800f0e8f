import { absenceRoutes } from '../routes/absences.ts'
import { answerRoutes } from '../routes/answers.ts'
import { apiKeyRoutes } from '../routes/api-keys.ts'
import { assistantRoutes } from '../routes/assistants.ts'
import { associationRoutes } from '../routes/associations.ts'
import { attendanceRoutes } from '../routes/attendance.ts'
import { auditRoutes } from '../routes/audit.ts'
import { bookingRoutes } from '../routes/bookings.ts'
import { calendarFileRoutes } from '../routes/calendar-files.ts'
import { callRoutes } from '../routes/calls.ts'
import { closureRoutes } from '../routes/closures.ts'
import { conditionsRoutes } from '../routes/conditions.ts'
import { counterRoutes } from '../routes/counter.ts'
import { doorRoutes } from '../routes/doors.ts'
import { feedRoutes } from '../routes/feeds.ts'
import { figureRoutes } from '../routes/figures.ts'
import { hookRoutes } from '../routes/hooks.ts'
import { issuerRoutes } from '../routes/issuer.ts'
import { keyRoutes } from '../routes/keys.ts'
import { lendingRoutes } from '../routes/lending.ts'
import { memberRoutes } from '../routes/members.ts'
import { networkMapRoutes } from '../routes/network-map.ts'
import { openDataRoutes } from '../routes/open-data.ts'
import { openApiRoutes } from '../routes/openapi.ts'
import { peopleRoutes } from '../routes/people.ts'
import { planningRoutes } from '../routes/planning.ts'
import { preferenceRoutes } from '../routes/preferences.ts'
import { premisesRoutes } from '../routes/premises.ts'
import { privacyRoutes } from '../routes/privacy.ts'
import { proposalRoutes } from '../routes/proposals.ts'
import { rightRoutes } from '../routes/rights.ts'
import { searchRoutes } from '../routes/search.ts'
import { seatRoutes } from '../routes/seats.ts'
import { seriesRoutes } from '../routes/series.ts'
import { sessionRoutes } from '../routes/sessions.ts'
import { siteRoutes } from '../routes/sites.ts'
import { todayRoutes } from '../routes/today.ts'
import { waitlistRoutes } from '../routes/waitlist.ts'
import { weekRoutes } from '../routes/week.ts'
import { workshopEditRoutes } from '../routes/workshop-edits.ts'
import { workshopRoutes } from '../routes/workshops.ts'
import type { Route } from '../routes.ts'

type Tag = {
  readonly name: string
  readonly description: string
  readonly routes: Readonly<Record<string, Route>>
}

/** In the order in which a partner needs them. */
const TAGS: readonly Tag[] = [
  {
    name: 'Places',
    description: 'Find a place, and what is free there. Nobody has to sign in.',
    routes: { ...searchRoutes, ...siteRoutes, ...networkMapRoutes },
  },
  {
    name: 'Bookings',
    description: 'Book a desk or a room, move and cancel; many dates at once; wait for what is taken.',
    routes: {
      ...bookingRoutes,
      ...answerRoutes,
      ...seriesRoutes,
      ...waitlistRoutes,
      ...conditionsRoutes,
      ...calendarFileRoutes,
    },
  },
  {
    name: 'Workshops',
    description: 'Workshops and appointments with a mediator: seats, cycles, plans, absences.',
    routes: { ...workshopRoutes, ...seatRoutes, ...workshopEditRoutes, ...weekRoutes, ...absenceRoutes },
  },
  {
    name: 'People',
    description: 'Sign in, oneself, one’s associations, all that is kept of oneself.',
    routes: {
      ...peopleRoutes,
      ...sessionRoutes,
      ...issuerRoutes,
      ...associationRoutes,
      ...preferenceRoutes,
      ...privacyRoutes,
    },
  },
  {
    name: 'Counter',
    description: 'What staff of a place needs in a day: who comes, whom to call, keys and door codes.',
    routes: {
      ...todayRoutes,
      ...planningRoutes,
      ...counterRoutes,
      ...callRoutes,
      ...attendanceRoutes,
      ...keyRoutes,
      ...doorRoutes,
    },
  },
  {
    name: 'Lending',
    description: 'What a place lends, to whom and when: spaces, premises, closures, ideas of people.',
    routes: { ...lendingRoutes, ...premisesRoutes, ...closureRoutes, ...proposalRoutes },
  },
  {
    name: 'Rights',
    description: 'Who may do what, who did what, and figures.',
    routes: { ...rightRoutes, ...apiKeyRoutes, ...memberRoutes, ...auditRoutes, ...figureRoutes },
  },
  {
    name: 'Machines',
    description: 'For tools: open data, calendars, hooks, keys, this reference, and search for assistants.',
    routes: {
      ...openDataRoutes,
      ...feedRoutes,
      ...hookRoutes,
      ...openApiRoutes,
      ...assistantRoutes,
    },
  },
]

const TAG_OF = new Map(TAGS.flatMap(({ name, routes }) => Object.keys(routes).map((each) => [each, name])))

/** A route of no group is for tools. */
export const tagOf = (route: string): string => TAG_OF.get(route) ?? 'Machines'

export const tags = () => TAGS.map(({ name, description }) => ({ name, description }))
