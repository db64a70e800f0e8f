import type { HolderId } from '../../../shared/domain/booking.ts'
import { addMinutes } from '../../../shared/domain/instant.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { Device } from '../../../shared/domain/session.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Hash } from '../../../shared/store/keys.ts'
import type { Dependencies } from '../../dependencies.ts'
import { hashOf, idOf } from '../../http/hash.ts'

export const CODE_MINUTES = 10
const MOST_TRIES = 5
const MOST_CODES_AN_HOUR = 5
const SECRET_LENGTH = 40
const HOUR_SECONDS = 3600

type Deps = Pick<Dependencies, 'identities' | 'sessions' | 'now' | 'secret' | 'code'>

const hashOfEmail = (email: string): Hash => hashOf('email', email)
const hashOfChallenge = (challenge: string): Hash => hashOf('challenge', challenge)

/**
 * Adds a code for an address, mailed by who reads the table's stream. Answers the challenge that the browser keeps:
 * the code is worth nothing elsewhere. Whether the address is known makes no difference.
 */
export const sendCode = async (
  email: string,
  { identities, now, secret, code }: Deps,
): Promise<
  Result<{ readonly challenge: string }, { readonly kind: 'too-many-codes'; readonly retryAfterSeconds: number }>
> => {
  const at = now()
  if (!(await identities.countCode(hashOfEmail(email), at, MOST_CODES_AN_HOUR))) {
    return refuse({ kind: 'too-many-codes', retryAfterSeconds: HOUR_SECONDS - (Math.floor(at / 1000) % HOUR_SECONDS) })
  }
  const challenge = secret()
  await identities.addCode(hashOfChallenge(challenge), code(), email, addMinutes(at, CODE_MINUTES))
  return ok({ challenge })
}

export type OpenSession = {
  readonly challenge: string
  readonly code: string
  readonly name?: string | undefined
  readonly device: Device
}

/** The address that a code was sent to, for who types it in the browser that asked for it. */
export const tryCode = (
  { challenge, code }: Pick<OpenSession, 'challenge' | 'code'>,
  { identities, now }: Pick<Deps, 'identities' | 'now'>,
) => identities.tryCode(hashOfChallenge(challenge), code, now(), MOST_TRIES)

export type OpenedSession = { readonly holder: Holder; readonly secret: string }

/**
 * Opens a session for the holder of the address that the code went to, who is added at the first time. The session
 * follows from the challenge and the code, which only this browser has together: repeating a call whose answer was
 * lost opens the same one, and one that was closed stays closed.
 */
export const openSession = async (
  { challenge, code, name, device }: OpenSession,
  { identities, sessions, now, secret }: Deps,
): Promise<Result<OpenedSession, { readonly kind: 'wrong-code' | 'code-expired' }>> => {
  const at = now()
  const tried = await tryCode({ challenge, code }, { identities, now })
  if (typeof tried === 'string') return refuse({ kind: tried })
  const newId = idOf('holder', secret()) as HolderId
  const id = await identities.findOrAddHolder(hashOfEmail(tried.email), tried.email, newId)
  if (name) await identities.renameHolder(id, name)
  const sessionSecret = hashOf('session', challenge, code).slice(0, SECRET_LENGTH)
  const secretHash = hashOf(sessionSecret)
  const session = { means: 'code', secondFactor: false, device, openedAt: at, seenAt: at } as const
  await sessions.addSession(id, secretHash, session)
  const holder = await sessions.findSignedIn(id, secretHash, at)
  return holder ? ok({ holder, secret: sessionSecret }) : refuse({ kind: 'code-expired' })
}
