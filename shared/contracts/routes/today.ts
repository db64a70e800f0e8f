import type { Route } from '../route.ts'
import { TodayView } from '../today-views.ts'

export const todayRoutes = {
  readToday: {
    method: 'get',
    path: '/me/today',
    summary:
      'Today at the sites where I work: who comes, what awaits an answer, who to call, what is free; those that need somebody first',
    action: 'see-use',
    status: 200,
    response: TodayView,
    refusals: [],
  },
} as const satisfies Record<string, Route>
