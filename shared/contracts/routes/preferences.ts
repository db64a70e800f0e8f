import { PreferencesChange, PreferencesView, PreferencesWanted, TokenParam } from '../preference-views.ts'
import type { Route } from '../route.ts'

export const preferenceRoutes = {
  readPreferences: {
    method: 'post',
    path: '/preferences/readings',
    summary: 'Which messages I get, and in which language; by the link of a reminder, or signed in',
    action: 'sign-in',
    body: PreferencesWanted,
    status: 200,
    response: PreferencesView,
    refusals: ['signed-out', 'link-unknown'],
  },
  changePreferences: {
    method: 'patch',
    path: '/preferences',
    summary: 'Have reminders or none, and messages in another language; by that link, or signed in',
    action: 'sign-in',
    body: PreferencesChange,
    status: 200,
    response: PreferencesView,
    refusals: ['signed-out', 'link-unknown'],
  },
  openPreferences: {
    method: 'get',
    path: '/reminders/:token',
    summary: 'Go to the page where reminders can be ended; changes nothing',
    action: 'sign-in',
    params: TokenParam,
    status: 303,
    refusals: ['not-found'],
  },
  endReminders: {
    method: 'post',
    path: '/reminders/:token',
    summary: 'End reminders at once (RFC 8058); any body',
    action: 'sign-in',
    params: TokenParam,
    status: 204,
    refusals: ['not-found', 'link-unknown'],
  },
} as const satisfies Record<string, Route>
