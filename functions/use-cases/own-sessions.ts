import type { HolderId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { StoredSession } from '../../shared/store/session-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { idOf } from './hash.ts'

type Deps = Pick<Dependencies, 'sessions' | 'now'>

/** The public identifier hides the session's secret. */
const idOfSession = ({ secret }: StoredSession): string => idOf('session', secret)

export type OwnSession = StoredSession & { readonly id: string }

/** Last used first. */
export const listSessions = async (holder: HolderId, { sessions, now }: Deps): Promise<OwnSession[]> => {
  const open = await sessions.listOpen(holder, now())
  return open
    .map((session) => ({ ...session, id: idOfSession(session) }))
    .sort((one, other) => other.seenAt - one.seenAt || other.openedAt - one.openedAt)
}

/** Expired and other people's sessions are not found. */
export const closeSession = async (
  holder: HolderId,
  id: string,
  deps: Deps,
): Promise<Result<undefined, { readonly kind: 'not-found' }>> => {
  const found = (await listSessions(holder, deps)).find((session) => session.id === id)
  if (!found) return refuse({ kind: 'not-found' })
  await deps.sessions.closeSession(holder, found.secret, deps.now())
  return ok(undefined)
}

export const closeSessions = async (holder: HolderId, deps: Deps): Promise<void> => {
  const open = await listSessions(holder, deps)
  await Promise.all(open.map(({ secret }) => deps.sessions.closeSession(holder, secret, deps.now())))
}
