/* What the form of the counter needs later, in one file: it is fetched while the form is filled in. */
export { CounterRefused } from './counter-refused.tsx'
export { SeatParty } from './seat-party.tsx'
