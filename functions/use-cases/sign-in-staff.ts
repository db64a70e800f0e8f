import type { HolderId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant } from '../../shared/domain/instant.ts'
import { ownPath } from '../../shared/domain/own-path.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Device } from '../../shared/domain/session.ts'
import type { Dependencies } from '../dependencies.ts'
import { hashOf, idOf, sealOf } from './hash.ts'
import type { SessionToken } from './session-token.ts'
import type { AuthorizationRequest, IssuerRefusal, StaffIssuer } from './staff-issuer.ts'

export const MINUTES_AT_ISSUER = 10
const STAFF_HOME = '/aujourd-hui'

export type StaffRefusal = IssuerRefusal | { readonly kind: 'staff-sign-in-expired' }

type Deps = Pick<Dependencies, 'challenges' | 'identities' | 'sessions' | 'now' | 'secret'> & {
  readonly issuer: StaffIssuer
}

/**
 * The browser keeps expiry and destination. State, nonce and verifier are seals of this note, so nothing is
 * stored and only this browser can come back.
 */
type Note = { readonly text: string; readonly expiresAt: Instant; readonly next: string }

const wayOf = ({ text }: Note, { sealKey }: StaffIssuer): AuthorizationRequest => ({
  state: sealOf(sealKey, 'state', text),
  nonce: sealOf(sealKey, 'nonce', text),
  verifier: sealOf(sealKey, 'verifier', text),
})

const readNote = (text = ''): Note | undefined => {
  const [, expiresAt, path] = /^[0-9a-f]{40}\.(\d{13})\.([\w-]*)$/.exec(text) ?? []
  if (!expiresAt || path === undefined) return undefined
  const next = ownPath(Buffer.from(path, 'base64url').toString()) ?? STAFF_HOME
  return { text, expiresAt: Number(expiresAt) as Instant, next }
}

/** Answers the issuer's address, and the note for the browser. */
export const goToIssuer = async (
  next: string | undefined,
  { issuer, now, secret }: Deps,
): Promise<Result<{ readonly address: string; readonly note: string }, StaffRefusal>> => {
  const path = ownPath(next) ?? STAFF_HOME
  const expiresAt = addMinutes(now(), MINUTES_AT_ISSUER)
  const text = `${secret()}.${expiresAt}.${Buffer.from(path).toString('base64url')}`
  const address = await issuer.addressFor(wayOf({ text, expiresAt, next: path }, issuer))
  return address.ok ? ok({ address: address.value, note: text }) : address
}

export type ComeFromIssuer = {
  readonly note: string | undefined
  /** The query string of the issuer's redirect, with its question mark. */
  readonly search: string
  readonly device: Device
}

/** The destination, if the note still says it. */
export const nextOf = (note: string | undefined): string => readNote(note)?.next ?? STAFF_HOME

/** Once per authorization request. Only issuer and subject identify people, never an address. */
export const comeFromIssuer = async (
  { note: text, search, device }: ComeFromIssuer,
  { issuer, challenges, identities, sessions, now, secret }: Deps,
): Promise<Result<SessionToken, StaffRefusal>> => {
  const at = now()
  const note = readNote(text)
  if (!note || note.expiresAt <= at) return refuse({ kind: 'staff-sign-in-expired' })
  const authorizationRequest = wayOf(note, issuer)
  const isOurs = new URLSearchParams(search).get('state') === authorizationRequest.state
  if (!isOurs || !(await challenges.spendState(hashOf('state', authorizationRequest.state), note.expiresAt)))
    return refuse({ kind: 'staff-sign-in-expired' })
  const identity = await issuer.identify(search, authorizationRequest)
  if (!identity.ok) return identity
  const { issuer: iss, subject, secondFactor, ...profile } = identity.value
  const newcomer = { ...profile, id: idOf('holder', secret()) as HolderId }
  const holder = await identities.findOrAddIdentity(hashOf('identity', iss, subject), newcomer)
  const token = { holder, secret: secret() }
  const session = { method: 'issuer', secondFactor, device, openedAt: at, seenAt: at } as const
  await sessions.addSession(holder, hashOf(token.secret), session)
  const entered = await sessions.findSignedIn(holder, hashOf(token.secret), at)
  return entered ? ok(token) : refuse({ kind: 'staff-sign-in-refused' })
}
