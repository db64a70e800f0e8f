import type { WebProblem, WebRefusalKind } from './api-client.ts'

/** After these, the same request may still be carried out or repeated: it keeps its key. */
const UNSETTLED: readonly WebRefusalKind[] = [
  'busy',
  'fault',
  'unreachable',
  'signed-out',
  'name-missing',
  'too-many-requests',
]

export const isFinal = ({ code }: WebProblem): boolean => !UNSETTLED.includes(code)
