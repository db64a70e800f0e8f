import { ColleagueList, MediatorList } from '../colleague-views.ts'
import type { Route } from '../route.ts'
import { SiteParam } from '../site-views.ts'
import { CycleEdit, EditedCycle, WorkshopEdit } from '../workshop-edit-views.ts'
import { CycleParam, WorkshopParam, WorkshopView } from '../workshop-views.ts'

const EDIT_REFUSALS = [
  'not-found',
  'already-started',
  'workshop-cancelled',
  'seats-taken',
  'too-many-places',
  'holder-busy',
  'travel-too-short',
  'name-missing',
  'ends-too-soon',
  'no-workshops',
  'too-short',
  'too-long',
  'past',
  'beyond-horizon',
  'hour-skipped',
  'outside-opening',
  'off-grid',
  'taken',
  'closed',
  'people-busy',
  'too-many-people',
  'uneven-appointments',
  'appointments-left-out',
] as const

export const workshopEditRoutes = {
  editWorkshop: {
    method: 'patch',
    path: '/workshops/:id',
    summary:
      'Change a workshop: text, seats, who leads it, day, hour or room; people keep their seats and are told',
    action: 'plan-workshops',
    params: WorkshopParam,
    body: WorkshopEdit,
    status: 200,
    response: WorkshopView,
    refusals: EDIT_REFUSALS,
  },
  editCycle: {
    method: 'patch',
    path: '/cycles/:id',
    summary: 'Change the workshops of a cycle that are to come; repeating with the same key finishes',
    action: 'plan-workshops',
    params: CycleParam,
    body: CycleEdit,
    idempotent: true,
    status: 200,
    response: EditedCycle,
    refusals: ['not-found'],
  },
  listMediators: {
    method: 'get',
    path: '/sites/:site/mediators',
    summary: 'Who may lead workshops of a site, and the one who asks',
    action: 'plan-workshops',
    params: SiteParam,
    status: 200,
    response: MediatorList,
    refusals: ['not-found'],
  },
  listColleagues: {
    method: 'get',
    path: '/workshops/:id/colleagues',
    summary: 'Who may lead a workshop, and who is free then',
    action: 'plan-workshops',
    params: WorkshopParam,
    status: 200,
    response: ColleagueList,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>
