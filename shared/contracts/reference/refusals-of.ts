import { POLICY } from '../../domain/rights.ts'
import type { RefusalKind } from '../problem.ts'
import type { Route } from '../routes.ts'

export const needsSession = ({ action }: Route): boolean => !('everyone' in POLICY[action])

export const isForKeys = ({ action, forKeys }: Route): boolean => forKeys === true || action === 'read-public'

const KEY_REFUSALS = [
  'api-key-invalid',
  'not-for-keys',
  'mixed-credentials',
  'too-many-guesses',
  'too-many-keyed-requests',
] as const satisfies readonly RefusalKind[]

/** Those of its use case, and those of how it is asked. */
export const refusalsOf = (route: Route): RefusalKind[] => [
  ...new Set<RefusalKind>([
    ...route.refusals,
    ...(route.params ? (['not-found'] as const) : []),
    ...(route.query ? (['invalid'] as const) : []),
    ...(route.body ? (['invalid', 'malformed', 'unsupported-media-type', 'too-large'] as const) : []),
    ...(route.method === 'get' ? [] : (['foreign-origin'] as const)),
    ...(route.idempotent ? (['key-missing', 'key-reused'] as const) : []),
    ...(needsSession(route) ? (['signed-out'] as const) : []),
    ...(isForKeys(route) ? KEY_REFUSALS : []),
    'too-many-requests',
    'busy',
    'fault',
  ]),
]
