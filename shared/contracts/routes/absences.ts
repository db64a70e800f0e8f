import { AbsenceParam, AbsencePlan, AbsenceQuery, NewAbsence, NotedAbsence } from '../absence-views.ts'
import type { Route } from '../route.ts'

export const absenceRoutes = {
  planAbsence: {
    method: 'get',
    path: '/absences/:date',
    summary: 'What a mediator leads on a date that may be changed, and who could take each over',
    action: 'plan-workshops',
    params: AbsenceParam,
    query: AbsenceQuery,
    status: 200,
    response: AbsencePlan,
    refusals: ['invalid'],
  },
  noteAbsence: {
    method: 'put',
    path: '/absences/:date',
    summary:
      'Pass the workshops of an absent mediator on, or cancel them; everybody is told; repeating finishes',
    action: 'plan-workshops',
    params: AbsenceParam,
    body: NewAbsence,
    status: 200,
    response: NotedAbsence,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>
