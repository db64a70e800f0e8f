import { type Capability, capability } from './capability.ts'

/** What calendars and tools of others ask for, and what links them. */
export const TOOLS_LATER: readonly Capability[] = [
  capability(
    ['GET /bookings/:id/calendar.ics', 'GET /series/:id/calendar.ics', 'GET /cycles/:id/calendar.ics'],
    async () => (await import('./routes/calendar-files.ts')).calendarFileRoutes,
  ),
  capability(
    [
      'GET /sites/:site/spaces/:space/outside-calendar',
      'PUT /sites/:site/spaces/:space/outside-calendar',
      'DELETE /sites/:site/spaces/:space/outside-calendar',
    ],
    async () => (await import('./routes/outside-calendars.ts')).outsideCalendarRoutes,
  ),
  capability(
    ['GET /calendars/:file', 'GET /me/feeds', 'POST /me/feeds', 'DELETE /me/feeds/:id'],
    async () => (await import('./routes/feeds.ts')).feedRoutes,
  ),
  capability(
    ['GET /api-keys/:scope', 'POST /api-keys/:scope', 'DELETE /api-keys/:scope/:id'],
    async () => (await import('./routes/api-keys.ts')).apiKeyRoutes,
  ),
  capability(
    [
      'GET /hooks/:scope',
      'POST /hooks/:scope',
      'DELETE /hooks/:scope/:hook',
      'PUT /hooks/:scope/:hook/secret',
      'DELETE /hooks/:scope/:hook/pause',
      'POST /hooks/:scope/:hook/trials',
      'GET /hooks/:scope/:hook/deliveries',
      'POST /hooks/:scope/:hook/replays',
    ],
    async () => (await import('./routes/hooks.ts')).hookRoutes,
  ),
]
