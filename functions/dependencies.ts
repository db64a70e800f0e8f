import { randomBytes } from 'node:crypto'
import type { Instant } from '../shared/domain/instant.ts'
import { actStore } from '../shared/store/act-store.ts'
import { allowanceStore } from '../shared/store/allowance-store.ts'
import { associationStore } from '../shared/store/association-store.ts'
import { bookingStore } from '../shared/store/booking-store.ts'
import { functionClient, type Table } from '../shared/store/client.ts'
import { closureStore } from '../shared/store/closure-store.ts'
import { conditionsStore } from '../shared/store/conditions-store.ts'
import { directoryStore } from '../shared/store/directory-store.ts'
import { type DoorStore, doorStore } from '../shared/store/door-store.ts'
import { dueStore } from '../shared/store/due-store.ts'
import { erasureStore } from '../shared/store/erasure-store.ts'
import { grantStore } from '../shared/store/grant-store.ts'
import { holdStore } from '../shared/store/hold-store.ts'
import { identityStore } from '../shared/store/identity-store.ts'
import { invitationStore } from '../shared/store/invitation-store.ts'
import type { Hash } from '../shared/store/keys.ts'
import { ledgerBeside, ledgerStore } from '../shared/store/ledger-store.ts'
import { lendingStore } from '../shared/store/lending-store.ts'
import { codeOf, nobodysKey, type Seal, sealBy } from '../shared/store/mail-secrets.ts'
import { memberStore } from '../shared/store/member-store.ts'
import { personStore } from '../shared/store/person-store.ts'
import { planningStore } from '../shared/store/planning-store.ts'
import { proposalStore } from '../shared/store/proposal-store.ts'
import { seriesStore } from '../shared/store/series-store.ts'
import { sessionStore } from '../shared/store/session-store.ts'
import { siteStore } from '../shared/store/site-store.ts'
import { waitStore } from '../shared/store/wait-store.ts'
import { workshopStore } from '../shared/store/workshop-store.ts'
import { directoryReader } from './api/directory-reader.ts'
import { recurrence } from './api/recurrence.ts'
import type { IssuerSettings } from './api/staff-issuer.ts'
import { apiEnvironment, issuerEnvironment, mailKeyEnvironment } from './environment.ts'

/** All that the use cases need of the world; `doors` where codes are given. `now` is called at each request, `secret` gives 160 random bits in hex. */
export type Dependencies = ReturnType<typeof dependenciesOn>

/** Without a `seal` nothing that a message carries is of any use: its key is known to nobody. */
type Beside = { readonly doors?: DoorStore | undefined; readonly ledger?: Table; readonly seal?: Seal }

export const dependenciesOn = (
  table: Table,
  now: () => Instant = () => Date.now() as Instant,
  { doors, ledger = ledgerBeside(table), seal = sealBy(nobodysKey()) }: Beside = {},
) => ({
  now,
  secret: () => randomBytes(20).toString('hex'),
  code: (challenge: Hash): string => codeOf(seal, challenge),
  /** A hash from which nobody without the key finds back what it stands for. */
  seal,
  allowances: allowanceStore(table),
  bookings: bookingStore(table),
  series: seriesStore(table),
  recurrence,
  sites: siteStore(table),
  waits: waitStore(table),
  closures: closureStore(table),
  lending: lendingStore(table),
  listing: directoryStore(table),
  proposals: proposalStore(table),
  workshops: workshopStore(table),
  due: dueStore(table),
  holds: holdStore(table),
  doors,
  planning: planningStore(table),
  identities: identityStore(table),
  sessions: sessionStore(table),
  grants: grantStore(table),
  invitations: invitationStore(table, seal),
  members: memberStore(table),
  associations: associationStore(table),
  conditions: conditionsStore(table),
  acts: actStore(table),
  erasures: erasureStore(table),
  ledger: ledgerStore(ledger),
  people: personStore(table),
  directory: directoryReader(directoryStore(table), now),
  /** Where staff signs in, if anywhere. */
  issuer: undefined as IssuerSettings | undefined,
})

/** The two tables of whoever runs, and where codes are given the doors. */
export const tables = () => {
  const { RESTANTE_TABLE, RESTANTE_LEDGER, RESTANTE_DOOR_KEYS } = apiEnvironment()
  const table: Table = { client: functionClient(), name: RESTANTE_TABLE }
  const ledger: Table = RESTANTE_LEDGER ? { ...table, name: RESTANTE_LEDGER } : ledgerBeside(table)
  return { table, ledger, doors: RESTANTE_DOOR_KEYS && doorStore(table, RESTANTE_DOOR_KEYS) }
}

export const dependencies = (seal?: Seal): Dependencies => {
  const { table, ...beside } = tables()
  return dependenciesOn(table, undefined, { ...beside, ...(seal && { seal }) })
}

export const apiDependencies = (): Dependencies => ({
  ...dependencies(sealBy(mailKeyEnvironment().RESTANTE_MAIL_KEY)),
  issuer: issuerEnvironment(),
})
