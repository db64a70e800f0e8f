import { localDate } from '../../../shared/domain/local-date.ts'
import type { BookingLimits, Use } from '../../../shared/domain/space.ts'
import { AT_MONTPEZAT } from './demo-access.ts'
import { DESK_LIMITS, MONDAY_TO_SATURDAY, opening, ROOM_LIMITS, space } from './demo-space.ts'

const DESK: readonly Use[] = ['desk']
const ROOM: readonly Use[] = ['room']
const DESK_OR_ROOM: readonly Use[] = ['desk', 'room']

const PROGRESSIVELY = localDate(2026, 3, 1)

/** Members book a year ahead, everyone else a month. */
const membersFirst = (limits: BookingLimits) => ({
  limits: { ...limits, horizonDays: 30 },
  limitsFor: { member: { horizonDays: 366 }, subscriber: { horizonDays: 366 } },
})

/** The floor above the office, run by a co-operative. */
export const MONTPEZAT = [
  space('01073A', 'bureau-1', {
    name: 'Bureau de l’étage, côté place',
    capacity: 1,
    uses: DESK,
    amenities: ['wifi', 'screen'],
    features: [],
    access: AT_MONTPEZAT,
    openings: [opening('fixed', 8, 19, MONDAY_TO_SATURDAY, PROGRESSIVELY)],
    ...membersFirst(DESK_LIMITS),
  }),
  space('01073A', 'bureau-2', {
    name: 'Bureau de l’étage, côté jardin',
    capacity: 2,
    uses: DESK,
    amenities: ['wifi'],
    features: [],
    access: AT_MONTPEZAT,
    openings: [opening('fixed', 8, 19, MONDAY_TO_SATURDAY, PROGRESSIVELY)],
    ...membersFirst(DESK_LIMITS),
  }),
  space('01073A', 'salle-reunion', {
    name: 'Salle de réunion et de formation',
    capacity: 10,
    uses: ROOM,
    amenities: ['wifi', 'projector', 'whiteboard', 'toilets'],
    features: [],
    access: AT_MONTPEZAT,
    approval: { hours: 48 },
    openings: [opening('fixed', 8, 21, MONDAY_TO_SATURDAY, PROGRESSIVELY)],
    ...membersFirst(ROOM_LIMITS),
  }),
  space('01073A', 'salle-commune', {
    name: 'Salle commune',
    capacity: 16,
    uses: DESK_OR_ROOM,
    amenities: ['step-free', 'toilets', 'accessible-toilets', 'parking', 'wifi', 'kitchen'],
    features: [],
    access: AT_MONTPEZAT,
    openings: [opening('idle', 8, 20, MONDAY_TO_SATURDAY, PROGRESSIVELY)],
    ...membersFirst(DESK_LIMITS),
  }),
]
