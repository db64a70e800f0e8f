import type { Instant } from '../../../shared/domain/instant.ts'
import { UndeliverableError } from '../../invocation/each-record.ts'
import { signedHeaders } from '../../use-cases/signature.ts'
import type { AtDoor, Locks } from './locks.ts'

const ANSWER_MS = 4000
/** Error statuses that may pass, or that the other side can mend. */
const PASSING = new Set([401, 403, 404, 408, 409, 425, 429])

export type Webhook = {
  readonly url: string
  /** Base64 with or without `whsec_`. All of them sign, so that receivers switch at any time. */
  readonly secrets: readonly string[]
  readonly now: () => Instant
}

export const webhookLocks = ({ url, secrets, now }: Webhook): Locks => {
  const post = async (type: 'grant' | 'revoke', at: AtDoor, facts: object = {}): Promise<void> => {
    const id = [at.booking, at.door, at.revision, type].join('.')
    const body = JSON.stringify({ type: `door-code.${type}`, ...at, ...facts })
    const { ok, status } = await fetch(url, {
      method: 'POST',
      headers: signedHeaders({ id, body }, { secrets, now: now() }),
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    if (ok) return
    const willStay = status >= 400 && status < 500 && !PASSING.has(status)
    throw willStay ? new UndeliverableError('the lock refuses') : new Error(`the lock answers ${status}`)
  }
  const text = (instant: Instant): string => new Date(instant).toISOString()
  return {
    grant: (at, code, { from, until }) => post('grant', at, { code, from: text(from), until: text(until) }),
    revoke: (at) => post('revoke', at),
  }
}
