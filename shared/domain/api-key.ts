import type { Hash, HolderId } from './ids.ts'
import { type Instant, instantAt, localTimeAt, type TimeZone } from './instant.ts'
import { KEY_ROLES, type KeyRole } from './key-role.ts'
import { addDays, type LocalDate } from './local-date.ts'
import { quarter } from './quarter.ts'
import type { KeyGrant, Scope } from './rights.ts'

export const LONGEST_KEY_DAYS = 365
export const USUAL_KEY_DAYS = 90

/** Of one scope, as long as none of them is revoked or over. */
export const MOST_API_KEYS = 20

/**
 * Lets one tool ask the API. `secret` is the hash of what the tool sends; `lastUsedOn` and `validUntil` are days on
 * the clock of its scope, and the last one is included in its time.
 */
export type ApiKey = {
  readonly id: HolderId
  readonly name: string
  readonly grant: KeyGrant
  readonly secret: Hash
  readonly madeBy: HolderId
  readonly createdAt: Instant
  readonly timeZone: TimeZone
  readonly validUntil: LocalDate
  readonly expiresAt: Instant
  readonly lastUsedOn?: LocalDate | undefined
  readonly revokedAt?: Instant | undefined
}

/** Until the end of a day. */
export const validityOf = (days: number, now: Instant, timeZone: TimeZone) => {
  const validUntil = addDays(localTimeAt(now, timeZone).date, days)
  return { validUntil, expiresAt: instantAt(addDays(validUntil, 1), quarter(0), timeZone) }
}

export const isKeyValid = (
  { expiresAt, revokedAt }: Pick<ApiKey, 'expiresAt' | 'revokedAt'>,
  now: Instant,
): boolean => revokedAt === undefined && now < expiresAt

/** An association's key books for it; there is nothing for it to read but what everybody may. */
export const rolesOfKeys = (scope: Scope): readonly KeyRole[] => {
  if (scope.kind === 'network') return []
  return scope.kind === 'association' ? ['writer'] : KEY_ROLES
}
