import { ClosureList, ClosureParam, ClosurePreview, ClosureReportView, NewClosure } from '../closure-views.ts'
import type { Route } from '../route.ts'
import { SiteParam } from '../site-views.ts'

export const closureRoutes = {
  closeSite: {
    method: 'post',
    path: '/sites/:site/closures',
    summary: 'Close a site or some of its spaces; repeating finishes what was stopped',
    action: 'close',
    params: SiteParam,
    body: NewClosure,
    idempotent: true,
    status: 201,
    response: ClosureReportView,
    refusals: ['not-found', 'past', 'unknown-space', 'closure-too-long', 'notice-too-short'],
  },
  previewClosure: {
    method: 'post',
    path: '/sites/:site/closure-preview',
    summary: 'The bookings that a closure would touch now; writes nothing',
    action: 'close',
    params: SiteParam,
    body: NewClosure,
    status: 200,
    response: ClosurePreview,
    refusals: ['not-found', 'past', 'unknown-space', 'closure-too-long', 'notice-too-short'],
  },
  listClosures: {
    method: 'get',
    path: '/sites/:site/closures',
    summary: 'When a site is closed, and why: for everybody',
    action: 'read-public',
    params: SiteParam,
    status: 200,
    response: ClosureList,
    refusals: ['not-found'],
  },
  readClosure: {
    method: 'get',
    path: '/sites/:site/closures/:id',
    summary: 'A closure with the bookings that it touches',
    action: 'close',
    params: ClosureParam,
    status: 200,
    response: ClosureReportView,
    refusals: ['not-found'],
  },
  reopenSite: {
    method: 'delete',
    path: '/sites/:site/closures/:id',
    summary: 'End a closure: what it took is free again; repeating finishes what was stopped',
    action: 'close',
    params: ClosureParam,
    status: 200,
    response: ClosureReportView,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>
