import { CodesOfDay, DoorCodeList, TypedAnswer, TypedCodes } from '../door-views.ts'
import type { Route } from '../route.ts'
import { SiteParam } from '../site-views.ts'

/** Keypads without a lock: staff types their codes in. */
export const doorRoutes = {
  readDoorCodes: {
    method: 'post',
    path: '/sites/:site/door-codes/readings',
    summary:
      'The codes of a day to type in by hand: for the staff of a site; each reading is noted in the trail',
    action: 'type-door-codes',
    params: SiteParam,
    body: CodesOfDay,
    status: 200,
    response: DoorCodeList,
    refusals: ['not-found', 'busy'],
  },
  noteTypedCodes: {
    method: 'put',
    path: '/sites/:site/door-codes',
    summary:
      'Say which codes were typed in or deleted: their holders can read theirs then; again changes nothing',
    action: 'type-door-codes',
    params: SiteParam,
    body: TypedCodes,
    status: 200,
    response: TypedAnswer,
    refusals: ['not-found', 'busy'],
  },
} as const satisfies Record<string, Route>
