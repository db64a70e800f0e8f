import type { Holder } from '../../shared/domain/holder.ts'
import type { Hash, HolderId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { type Language, languageOf } from '../../shared/domain/language.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Device } from '../../shared/domain/session.ts'
import type { Dependencies } from '../dependencies.ts'
import type { AllowanceRefusal } from './allowances.ts'
import { familiarTo, refundCode, spendCode } from './code-allowances.ts'
import { hashOf, idOf } from './hash.ts'

export const CODE_MINUTES = 10
const MOST_TRIES = 5
const SECRET_LENGTH = 40

type Deps = Pick<
  Dependencies,
  'challenges' | 'undelivered' | 'identities' | 'sessions' | 'allowances' | 'now' | 'secret' | 'code' | 'seal'
>

const hashOfEmail = (email: string): Hash => hashOf('email', email)
const hashOfChallenge = (challenge: string): Hash => hashOf('challenge', challenge)

export type SendCode = {
  readonly email: string
  readonly language?: Language | undefined
  readonly client: string | undefined
  /** The browser's proof of an earlier sign-in. */
  readonly familiar: string | undefined
}

/** The code works only with the browser's challenge. All addresses get the same answer. */
export const sendCode = async (
  { email, language, client, familiar }: SendCode,
  deps: Deps,
): Promise<Result<{ readonly challenge: string }, AllowanceRefusal<'too-many-codes'>>> => {
  const at = deps.now()
  const refusal = await spendCode({ email, client, familiar }, deps)
  if (refusal) return refuse(refusal)
  const challenge = deps.secret()
  await deps.challenges.addChallenge(
    hashOfChallenge(challenge),
    { email, language },
    addMinutes(at, CODE_MINUTES),
  )
  return ok({ challenge })
}

export type OpenSession = {
  readonly challenge: string
  readonly code: string
  readonly client: string | undefined
  readonly name?: string | undefined
  /** Of the pages, and of messages from now on. */
  readonly language?: Language | undefined
  readonly device: Device
}

type Typed = Pick<OpenSession, 'challenge' | 'code' | 'client'>

/** Answers the address of a code that was typed in the browser that asked for it. */
export const tryCode = async (
  { challenge, code, client }: Typed,
  deps: Omit<Deps, 'sessions' | 'secret' | 'undelivered'>,
): Promise<Result<{ readonly email: string }, { readonly kind: 'wrong-code' | 'code-expired' }>> => {
  const hash = hashOfChallenge(challenge)
  const email = await deps.challenges.tryChallenge(hash, deps.now(), MOST_TRIES)
  if (email === undefined) return refuse({ kind: 'code-expired' })
  if (code !== deps.code(hash)) return refuse({ kind: 'wrong-code' })
  if (await deps.challenges.answerChallenge(hash)) await refundCode(client, deps)
  return ok({ email })
}

/** `familiar` gives the browser its own allowance next time. */
export type OpenedSession = { readonly holder: Holder; readonly secret: string; readonly familiar: string }

const saysNothingNew = (known: Holder, { name, language }: Pick<OpenSession, 'name' | 'language'>): boolean =>
  !name && (language === undefined || language === languageOf(known))

/**
 * Opens a session for the code's address, with a new holder at the first time. The session derives from
 * challenge and code: repeating a lost call opens the same one, and a closed one stays closed.
 */
export const openSession = async (
  { challenge, code, client, name, language, device }: OpenSession,
  deps: Deps,
): Promise<Result<OpenedSession, { readonly kind: 'wrong-code' | 'code-expired' }>> => {
  const { identities, sessions } = deps
  const at = deps.now()
  const tried = await tryCode({ challenge, code, client }, deps)
  if (!tried.ok) return tried
  const { email } = tried.value
  const newId = idOf('holder', deps.secret()) as HolderId
  const id = await identities.findOrAddHolder(hashOfEmail(email), email, newId)
  const sessionSecret = hashOf('session', challenge, code).slice(0, SECRET_LENGTH)
  const secretHash = hashOf(sessionSecret)
  const session = { method: 'code', secondFactor: false, device, openedAt: at, seenAt: at } as const
  await sessions.addSession(id, secretHash, session)
  const known = await sessions.findSignedIn(id, secretHash, at)
  if (!known) return refuse({ kind: 'code-expired' })
  // The code has arrived.
  if (known.unreachableSince !== undefined) await deps.undelivered.clearUnreachable(id)
  const holder = saysNothingNew(known, { name, language })
    ? known
    : await identities.changeHolder(id, { name, language })
  return ok({ holder, secret: sessionSecret, familiar: familiarTo(email, deps) })
}
