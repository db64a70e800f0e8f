import type { Route } from '../route.ts'
import { AttachedList, TodayView } from '../today-views.ts'

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
  listAttached: {
    method: 'get',
    path: '/me/attached',
    summary: 'The points attached to the offices where I work, which my rights reach; those that lend first',
    action: 'see-use',
    status: 200,
    response: AttachedList,
    refusals: [],
  },
} as const satisfies Record<string, Route>
