import { AddedFeedView, FeedFileParam, FeedList, FeedParam, NewFeed } from '../feed-views.ts'
import type { Route } from '../route.ts'

export const feedRoutes = {
  readFeed: {
    method: 'get',
    path: '/calendars/:file',
    summary: 'A calendar that a person follows, as iCalendar, at an address that only they know',
    action: 'read-public',
    params: FeedFileParam,
    status: 200,
    refusals: ['not-found'],
  },
  listMyFeeds: {
    method: 'get',
    path: '/me/feeds',
    summary: 'The calendars that I follow, without their addresses',
    action: 'be-oneself',
    status: 200,
    response: FeedList,
    refusals: [],
  },
  addFeed: {
    method: 'post',
    path: '/me/feeds',
    summary: 'Follow my bookings, those of an association, what I lead or how full a place is in a calendar',
    action: 'be-oneself',
    body: NewFeed,
    idempotent: true,
    status: 201,
    response: AddedFeedView,
    refusals: ['not-found', 'too-many-feeds'],
  },
  removeFeed: {
    method: 'delete',
    path: '/me/feeds/:id',
    summary: 'No longer follow it: its address ends at once',
    action: 'be-oneself',
    params: FeedParam,
    status: 204,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>
