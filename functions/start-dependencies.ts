import { randomBytes } from 'node:crypto'
import type { Hash } from '../shared/domain/ids.ts'
import type { Instant } from '../shared/domain/instant.ts'
import { allowanceStore } from '../shared/store/allowance-store.ts'
import { bookingStore } from '../shared/store/booking-store.ts'
import { functionClient, type Table } from '../shared/store/client.ts'
import { closedDayStore } from '../shared/store/closed-day-store.ts'
import { grantStore } from '../shared/store/grant-store.ts'
import { identityStore } from '../shared/store/identity-store.ts'
import { codeOf, nobodysKey, type Seal, sealBy } from '../shared/store/mail-secrets.ts'
import { memberStore } from '../shared/store/member-store.ts'
import { personStore } from '../shared/store/person-store.ts'
import { sessionStore } from '../shared/store/session-store.ts'
import { siteStore } from '../shared/store/site-store.ts'
import { apiEnvironment, type DoorKeys, issuerEnvironment, mailKeyEnvironment } from './environment.ts'
import type { IssuerSettings } from './use-cases/staff-issuer.ts'

/** What a site, its week and a booking need. `now` is called per request; `secret` gives 160 bits in hex. */
export type StartDependencies = ReturnType<typeof startDependenciesOn>

/** Without a `seal`, links and codes in messages are useless, since nobody knows their key. */
type Beside = {
  readonly ledger?: Table | undefined
  readonly doorKeys?: DoorKeys | undefined
  readonly seal?: Seal
}

export const startDependenciesOn = (
  table: Table,
  now: () => Instant = () => Date.now() as Instant,
  { seal = sealBy(nobodysKey()), ...beside }: Beside = {},
) => ({
  now,
  secret: () => randomBytes(20).toString('hex'),
  code: (challenge: Hash): string => codeOf(seal, challenge),
  /** A keyed hash: nobody reverses it without the key. */
  seal,
  allowances: allowanceStore(table),
  bookings: bookingStore(table),
  sites: siteStore(table),
  closedDays: closedDayStore(table),
  identities: identityStore(table),
  sessions: sessionStore(table),
  grants: grantStore(table),
  members: memberStore(table),
  people: personStore(table),
  issuer: undefined as IssuerSettings | undefined,
  /** Later dependencies are built from these. */
  later: { table, ...beside },
})

/** The two tables of a function, with the ledger and door keys where the environment names them. */
export const tables = () => {
  const { RESTANTE_TABLE, RESTANTE_LEDGER, RESTANTE_DOOR_KEYS } = apiEnvironment()
  const table: Table = { client: functionClient(), name: RESTANTE_TABLE }
  const ledger = RESTANTE_LEDGER ? { ...table, name: RESTANTE_LEDGER } : undefined
  return { table, ledger, doorKeys: RESTANTE_DOOR_KEYS }
}

export const apiDependencies = (): StartDependencies => {
  const { table, ...beside } = tables()
  const seal = sealBy(mailKeyEnvironment().RESTANTE_MAIL_KEY)
  return { ...startDependenciesOn(table, undefined, { ...beside, seal }), issuer: issuerEnvironment() }
}
