import type { Instant } from './instant.ts'

export const SIGN_IN_METHODS = ['code', 'issuer'] as const
export type SignInMethod = (typeof SIGN_IN_METHODS)[number]

export const DEVICES = ['phone', 'tablet', 'computer', 'other'] as const
export type Device = (typeof DEVICES)[number]

export type Session = {
  readonly method: SignInMethod
  readonly secondFactor: boolean
  readonly device: Device
  readonly openedAt: Instant
  readonly seenAt: Instant
  readonly closedAt?: Instant
}

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

/** In minutes: total lifetime, and lifetime without use. */
export const SESSION_MINUTES = {
  code: { longest: 30 * DAY_MINUTES, idle: 14 * DAY_MINUTES },
  issuer: { longest: 12 * HOUR_MINUTES, idle: HOUR_MINUTES },
} as const satisfies Record<SignInMethod, { longest: number; idle: number }>

const SEEN_EVERY_MINUTES = 5

export const endOf = ({ method, openedAt }: Pick<Session, 'method' | 'openedAt'>): Instant =>
  (openedAt + SESSION_MINUTES[method].longest * MINUTE_MS) as Instant

export const isOpen = (session: Session, now: Instant): boolean =>
  session.closedAt === undefined &&
  now < endOf(session) &&
  now < session.seenAt + SESSION_MINUTES[session.method].idle * MINUTE_MS

export const isToBeSeen = ({ seenAt }: Session, now: Instant): boolean =>
  now >= seenAt + SEEN_EVERY_MINUTES * MINUTE_MS

export const deviceOf = (userAgent: string | undefined): Device => {
  if (/ipad|tablet|android(?!.*mobile)/i.test(userAgent ?? '')) return 'tablet'
  if (/mobile|iphone|android/i.test(userAgent ?? '')) return 'phone'
  return /windows|macintosh|linux|cros/i.test(userAgent ?? '') ? 'computer' : 'other'
}
