import { admissionStore } from '../shared/store/admission-store.ts'
import { apiKeyStore } from '../shared/store/api-key-store.ts'
import { associationStore } from '../shared/store/association-store.ts'
import { attendanceStore } from '../shared/store/attendance-store.ts'
import { auditStore } from '../shared/store/audit-store.ts'
import { callStore } from '../shared/store/call-store.ts'
import { challengeStore } from '../shared/store/challenge-store.ts'
import type { Table } from '../shared/store/client.ts'
import { closureStore } from '../shared/store/closure-store.ts'
import { conditionsStore } from '../shared/store/conditions-store.ts'
import { deliveryStore } from '../shared/store/delivery-store.ts'
import { directoryStore } from '../shared/store/directory-store.ts'
import { doorStore } from '../shared/store/door-store.ts'
import { dueStore } from '../shared/store/due-store.ts'
import { erasureStore } from '../shared/store/erasure-store.ts'
import { feedStore } from '../shared/store/feed-store.ts'
import { holdStore } from '../shared/store/hold-store.ts'
import { hookStore } from '../shared/store/hook-store.ts'
import { hoursStore } from '../shared/store/hours-store.ts'
import { invitationStore } from '../shared/store/invitation-store.ts'
import { keyStore } from '../shared/store/key-store.ts'
import { ledStore } from '../shared/store/led-store.ts'
import { ledgerBeside, ledgerStore } from '../shared/store/ledger-store.ts'
import { lendingStore } from '../shared/store/lending-store.ts'
import { lookupStore } from '../shared/store/lookup-store.ts'
import { outsideCalendarStore } from '../shared/store/outside-calendar-store.ts'
import { planningStore } from '../shared/store/planning-store.ts'
import { positionStore } from '../shared/store/position-store.ts'
import { preferenceStore } from '../shared/store/preference-store.ts'
import { premisesStore } from '../shared/store/premises-store.ts'
import { proposalStore } from '../shared/store/proposal-store.ts'
import { reviewStore } from '../shared/store/review-store.ts'
import { seatStore } from '../shared/store/seat-store.ts'
import { seriesStore } from '../shared/store/series-store.ts'
import { undeliveredStore } from '../shared/store/undelivered-store.ts'
import { waitlistStore } from '../shared/store/waitlist-store.ts'
import { workshopStore } from '../shared/store/workshop-store.ts'
import { reachesLoopback } from './environment.ts'
import { heldDirectory } from './held-directory.ts'
import { heldInMemory } from './held-in-memory.ts'
import { outside } from './http/outside.ts'
import { type StartDependencies, startDependenciesOn, tables } from './start-dependencies.ts'
import { recurrence } from './use-cases/recurrence.ts'

/** Everything that use cases need from outside. */
export type Dependencies = ReturnType<typeof withLaterDependencies>

/** What tools of others read, and are told. */
const toolDependencies = (table: Table) => {
  const loopback = reachesLoopback()
  return {
    apiKeys: apiKeyStore(table),
    feeds: feedStore(table),
    hooks: hookStore(table),
    deliveries: deliveryStore(table),
    /** Asks addresses that people gave. */
    outside: outside({ loopback }),
    loopback,
  }
}

/** Adds to the start dependencies without replacing any. */
export const withLaterDependencies = (start: StartDependencies) => {
  const { table, ledger = ledgerBeside(table), doorKeys } = start.later
  return {
    seats: seatStore(table),
    series: seriesStore(table),
    recurrence,
    closures: closureStore(table),
    calls: callStore(table),
    challenges: challengeStore(table),
    lookups: lookupStore(table),
    lending: lendingStore(table),
    keys: keyStore(table),
    led: ledStore(table),
    listing: directoryStore(table),
    ...heldDirectory(directoryStore(table), start.now),
    positions: heldInMemory(positionStore(table).readPositions, start.now),
    hours: hoursStore(table),
    preferences: preferenceStore(table),
    premises: premisesStore(table),
    proposals: proposalStore(table),
    reviews: reviewStore(table),
    /** Undefined where no door has codes. */
    doors: doorKeys && doorStore(table, doorKeys),
    due: dueStore(table),
    holds: holdStore(table),
    outsideCalendars: outsideCalendarStore(table),
    planning: planningStore(table),
    undelivered: undeliveredStore(table),
    waitlist: waitlistStore(table),
    workshops: workshopStore(table),
    attendance: attendanceStore(table),
    invitations: invitationStore(table, start.seal),
    admissions: admissionStore(table),
    associations: associationStore(table),
    conditions: conditionsStore(table),
    auditEntries: auditStore(table),
    erasures: erasureStore(table),
    ledger: ledgerStore(ledger),
    ...toolDependencies(table),
    ...start,
  }
}

export const dependenciesOn = (...on: Parameters<typeof startDependenciesOn>): Dependencies =>
  withLaterDependencies(startDependenciesOn(...on))

export const dependencies = (): Dependencies => {
  const { table, ...beside } = tables()
  return dependenciesOn(table, undefined, beside)
}
