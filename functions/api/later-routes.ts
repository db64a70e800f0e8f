import { type Capability, capability } from './capability.ts'
import { TOOLS_LATER } from './later-tool-routes.ts'

/** Every route of the contracts, except those for a site with its week, and for booking. */
export const LATER: readonly Capability[] = [
  capability(
    ['GET /sites', 'GET /localities', 'GET /counters'],
    async () => (await import('./routes/search.ts')).searchRoutes,
  ),
  capability(
    ['GET /bookings/:id', 'PATCH /bookings/:id', 'DELETE /bookings/:id'],
    async () => (await import('./routes/own-bookings.ts')).ownBookingRoutes,
  ),
  capability(
    ['POST /auth/codes', 'POST /auth/sessions', 'DELETE /auth/sessions'],
    async () => (await import('./routes/auth.ts')).authRoutes,
  ),
  capability(
    ['GET /me', 'PATCH /me', 'GET /me/bookings'],
    async () => (await import('./routes/me.ts')).meRoutes,
  ),
  capability(
    ['GET /me/today', 'GET /me/attached'],
    async () => (await import('./routes/today.ts')).todayRoutes,
  ),
  capability(
    ['GET /absences/:date', 'PUT /absences/:date'],
    async () => (await import('./routes/absences.ts')).absenceRoutes,
  ),
  capability(['GET /me/week'], async () => (await import('./routes/week.ts')).weekRoutes),
  capability(
    ['GET /me/sessions', 'DELETE /me/sessions/:id', 'DELETE /me/sessions'],
    async () => (await import('./routes/sessions.ts')).sessionRoutes,
  ),
  capability(
    ['GET /auth/ways', 'GET /auth/oidc', 'GET /auth/oidc/callback'],
    async () => (await import('./routes/issuer.ts')).issuerRoutes,
  ),
  capability(
    ['POST /preferences/readings', 'PATCH /preferences', 'GET /reminders/:token', 'POST /reminders/:token'],
    async () => (await import('./routes/preferences.ts')).preferenceRoutes,
  ),
  capability(
    ['GET /me/export', 'DELETE /me'],
    async () => (await import('./routes/privacy.ts')).privacyRoutes,
  ),
  capability(
    [
      'GET /sites/:site/requests',
      'PUT /bookings/:id/approval',
      'PUT /bookings/:id/cancellation',
      'PUT /bookings/:id/acceptance',
    ],
    async () => (await import('./routes/answers.ts')).answerRoutes,
  ),
  capability(
    ['GET /sites/:site/calls', 'GET /calls', 'PUT /sites/:site/calls/:id'],
    async () => (await import('./routes/calls.ts')).callRoutes,
  ),
  capability(
    [
      'POST /bookings/:id/check-in',
      'PUT /bookings/:id/attendance',
      'GET /workshops/:id/attendance',
      'PUT /workshops/:id/attendance',
    ],
    async () => (await import('./routes/attendance.ts')).attendanceRoutes,
  ),
  capability(
    ['POST /series', 'POST /series/preview', 'GET /series/:id', 'PATCH /series/:id', 'DELETE /series/:id'],
    async () => (await import('./routes/series.ts')).seriesRoutes,
  ),
  capability(
    [
      'POST /sites/:site/closures',
      'POST /sites/:site/closure-preview',
      'GET /sites/:site/closures',
      'GET /sites/:site/closures/:id',
      'DELETE /sites/:site/closures/:id',
    ],
    async () => (await import('./routes/closures.ts')).closureRoutes,
  ),
  capability(
    ['GET /sites/:site/planning', 'POST /sites/:site/copy-preview', 'POST /sites/:site/copies'],
    async () => (await import('./routes/planning.ts')).planningRoutes,
  ),
  capability(
    ['POST /sites/:site/door-codes/readings', 'PUT /sites/:site/door-codes'],
    async () => (await import('./routes/doors.ts')).doorRoutes,
  ),
  capability(
    ['POST /waits', 'GET /waits/:id', 'DELETE /waits/:id', 'GET /me/waits'],
    async () => (await import('./routes/waitlist.ts')).waitlistRoutes,
  ),
  capability(
    [
      'GET /workshops',
      'GET /workshops/:id',
      'POST /workshops/:id/seats',
      'PUT /bookings/:id/party',
      'POST /workshops/:id/waits',
      'DELETE /workshops/:id/waits',
      'GET /cycles/:id',
      'POST /cycles/:id/seats',
    ],
    async () => (await import('./routes/workshops.ts')).workshopRoutes,
  ),
  capability(
    [
      'POST /workshops',
      'PATCH /workshops/:id',
      'GET /sites/:site/mediators',
      'GET /workshops/:id/colleagues',
      'POST /workshops/:id/cancellation',
      'POST /workshops/preview',
      'POST /cycles',
      'PATCH /cycles/:id',
    ],
    async () => (await import('./routes/workshop-plans.ts')).workshopPlanRoutes,
  ),
  capability(
    ['GET /sites/:site/members', 'PUT /sites/:site/members'],
    async () => (await import('./routes/members.ts')).memberRoutes,
  ),
  capability(
    ['GET /sites/:site/premises', 'PUT /sites/:site/premises', 'PUT /sites/:site/spaces/:space/consent'],
    async () => (await import('./routes/premises.ts')).premisesRoutes,
  ),
  capability(['GET /sites/:site/figures'], async () => (await import('./routes/figures.ts')).figureRoutes),
  capability(
    ['GET /sites/:site/keys', 'PUT /bookings/:id/key'],
    async () => (await import('./routes/keys.ts')).keyRoutes,
  ),
  capability(
    ['POST /sites/:site/bookings/search', 'POST /bookings/search', 'POST /sites/:site/people/search'],
    async () => (await import('./routes/counter.ts')).counterRoutes,
  ),
  capability(
    [
      'GET /rights/:scope',
      'DELETE /rights/:scope/:role/:holder',
      'POST /invitations',
      'DELETE /invitations/:id',
      'PUT /invitations/:id/acceptance',
    ],
    async () => (await import('./routes/rights.ts')).rightRoutes,
  ),
  capability(
    [
      'POST /associations',
      'GET /me/associations',
      'DELETE /me/associations/:id',
      'GET /associations/:id',
      'PATCH /associations/:id',
      'PUT /associations/:id/members/:holder',
      'DELETE /associations/:id/members/:holder',
    ],
    async () => (await import('./routes/associations.ts')).associationRoutes,
  ),
  capability(
    ['PUT /sites/:site/conditions', 'GET /sites/:site/acceptance', 'PUT /sites/:site/acceptance'],
    async () => (await import('./routes/conditions.ts')).conditionsRoutes,
  ),
  capability(['GET /audit/:scope'], async () => (await import('./routes/audit.ts')).auditRoutes),
  capability(
    [
      'GET /sites/:site/lent-spaces',
      'GET /sites/:site/set-ups',
      'GET /sites/:site/spaces/:space/way-in',
      'POST /sites/:site/spaces/preview',
      'POST /sites/:site/spaces',
      'PUT /sites/:site/spaces/:space',
      'DELETE /sites/:site/spaces/:space',
    ],
    async () => (await import('./routes/lending.ts')).lendingRoutes,
  ),
  capability(
    [
      'POST /sites/:site/proposals',
      'GET /sites/:site/in-charge',
      'GET /sites/:site/proposals',
      'GET /me/proposals',
      'DELETE /sites/:site/proposals/:id',
      'PUT /sites/:site/proposals/:id',
    ],
    async () => (await import('./routes/proposals.ts')).proposalRoutes,
  ),
  capability(['GET /network-map'], async () => (await import('./routes/network-map.ts')).networkMapRoutes),
  capability(
    [
      'GET /public/open-data/datapackage.json',
      'GET /public/open-data/free-times.schema.json',
      'GET /public/open-data/free-times/:file',
    ],
    async () => (await import('./routes/open-data.ts')).openDataRoutes,
  ),
  capability(['POST /mcp'], async () => (await import('./routes/assistants.ts')).assistantRoutes),
  capability(['GET /openapi.json'], async () => (await import('./routes/openapi.ts')).openApiRoutes),
  ...TOOLS_LATER,
]
