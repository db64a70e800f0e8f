import {
  OutsideCalendarChange,
  OutsideCalendarParam,
  OutsideCalendarView,
} from '../outside-calendar-views.ts'
import type { Route } from '../route.ts'

export const outsideCalendarRoutes = {
  readOutsideCalendar: {
    method: 'get',
    path: '/sites/:site/spaces/:space/outside-calendar',
    summary: 'Which calendar elsewhere takes a space, and whether it can be read',
    action: 'lend-spaces',
    params: OutsideCalendarParam,
    status: 200,
    response: OutsideCalendarView,
    refusals: ['not-found'],
  },
  setOutsideCalendar: {
    method: 'put',
    path: '/sites/:site/spaces/:space/outside-calendar',
    summary: 'Take a space whenever a calendar elsewhere is busy; bookings that exist stay',
    action: 'lend-spaces',
    params: OutsideCalendarParam,
    body: OutsideCalendarChange,
    status: 200,
    response: OutsideCalendarView,
    refusals: ['not-found'],
  },
  endOutsideCalendar: {
    method: 'delete',
    path: '/sites/:site/spaces/:space/outside-calendar',
    summary: 'Follow it no more: its times are given back',
    action: 'lend-spaces',
    params: OutsideCalendarParam,
    status: 204,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>
