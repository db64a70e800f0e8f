import type { DoorId, SiteId } from '../../../shared/domain/ids.ts'
import type { OpeningBasis } from '../../../shared/domain/opening.ts'
import type { LentSpace } from '../../../shared/domain/overlapping-spaces.ts'
import type { Access, Use } from '../../../shared/domain/space.ts'
import { AT_LE_THUIT, AT_MONTMIRAIL, BY_CODE, BY_STAFF, byHost, OPEN } from './demo-access.ts'
import { MONTPEZAT } from './demo-montpezat.ts'
import {
  DESK_LIMITS,
  MONDAY_TO_FRIDAY,
  MONDAY_TO_SATURDAY,
  opening,
  ROOM_LIMITS,
  space,
} from './demo-space.ts'

const DESK: readonly Use[] = ['desk']
const ROOM: readonly Use[] = ['room']
const DESK_OR_ROOM: readonly Use[] = ['desk', 'room']

/** A digital island of the Allier: individual help and desks around one table. */
const digitalIsland = (site: string, basis: OpeningBasis, access: Access) =>
  space(site, 'ilot-numerique', {
    name: 'Îlot numérique',
    capacity: 4,
    uses: DESK,
    workshops: true,
    amenities: ['step-free', 'toilets', 'wifi', 'computers', 'printer'],
    features: ['2 ordinateurs'],
    access,
    openings: [opening(basis, 9, 17, MONDAY_TO_FRIDAY)],
  })

/** In an office of Rennes: a table for the mediator and a visitor, lent for nothing else. */
const mediatorsOffice = (site: string) =>
  space(site, 'bureau-du-mediateur', {
    name: 'Bureau du médiateur',
    capacity: 2,
    uses: [],
    workshops: true,
    amenities: ['step-free', 'wifi', 'printer'],
    features: [],
    access: byHost('Le PIMMS de Rennes', '02 61 91 00 66'),
    openings: [opening('fixed', 9, 18, MONDAY_TO_FRIDAY)],
  })

/** The living demo's room in Montmirail has approval, typed codes and workshops. */
export const LIVING_SPACES: readonly (readonly [SiteId, LentSpace])[] = [
  space('09410A', 'salle-de-reunion', {
    name: 'Salle de réunion',
    capacity: 8,
    uses: ROOM,
    workshops: true,
    amenities: ['toilets', 'wifi', 'screen', 'whiteboard'],
    features: [],
    price: { per: 'half-day', cents: 1000 },
    access: { kind: 'door-code', door: { id: 'salle' as DoorId, digits: 4, byHand: true } },
    approval: { hours: 48 },
    openings: [opening('fixed', 8, 22, MONDAY_TO_SATURDAY)],
  }),
]

export const DEMO_SPACES: readonly (readonly [SiteId, LentSpace])[] = [
  space('09410A', 'bureau-partage', {
    name: 'Bureau partagé',
    capacity: 5,
    uses: DESK_OR_ROOM,
    amenities: ['step-free', 'toilets', 'accessible-parking', 'wifi', 'printer', 'coffee'],
    features: [],
    access: AT_MONTMIRAIL,
    openings: [opening('idle', 8, 20, MONDAY_TO_SATURDAY)],
  }),
  space('09439A', 'salle', {
    name: 'Salle de réunion',
    capacity: 8,
    uses: DESK_OR_ROOM,
    amenities: ['step-free', 'toilets', 'accessible-toilets', 'wifi', 'whiteboard'],
    features: [],
    access: BY_CODE,
    openings: [opening('idle', 8, 20, MONDAY_TO_SATURDAY)],
    limits: { ...DESK_LIMITS, horizonDays: ROOM_LIMITS.horizonDays },
  }),
  ...MONTPEZAT,
  digitalIsland('00518A', 'counter', BY_STAFF),
  digitalIsland('00502A', 'idle', byHost('Nadia, conseillère numérique', '04 65 71 00 54')),
  digitalIsland('00486A', 'fixed', byHost('Nadia, conseillère numérique', '04 65 71 00 54')),
  ...['06687A', '06686A', '06685A', '06681A', '06684A'].map(mediatorsOffice),
  space('06682A', 'salle-ateliers', {
    name: 'Salle des ateliers',
    capacity: 12,
    uses: ROOM,
    workshops: true,
    amenities: ['step-free', 'toilets', 'hearing-loop', 'wifi', 'computers'],
    features: ['6 ordinateurs'],
    access: byHost('Yann, conseiller numérique', '02 61 91 00 65'),
    openings: [opening('fixed', 9, 18, MONDAY_TO_FRIDAY)],
  }),
  space('06632A', 'etape-numerique', {
    name: 'Étape numérique',
    capacity: 6,
    uses: DESK_OR_ROOM,
    workshops: true,
    amenities: ['step-free', 'toilets', 'wifi', 'computers', 'printer'],
    features: ['6 ordinateurs'],
    access: BY_STAFF,
    openings: [opening('counter', 9, 18, MONDAY_TO_SATURDAY)],
  }),
  space('07845A', 'salle-numerique', {
    name: 'Salle numérique',
    capacity: 8,
    uses: ROOM,
    workshops: true,
    amenities: ['step-free', 'toilets', 'accessible-toilets', 'hearing-loop', 'wifi', 'computers'],
    features: ['8 ordinateurs'],
    access: BY_STAFF,
    openings: [opening('counter', 9, 18, MONDAY_TO_FRIDAY)],
  }),
  space('BLOSNUP', 'table', {
    name: 'Table des voisins',
    capacity: 8,
    uses: DESK_OR_ROOM,
    amenities: ['step-free', 'toilets', 'accessible-toilets', 'wifi', 'coffee'],
    features: ['Relais Pickup sur place'],
    access: OPEN,
    openings: [opening('counter', 9, 19, MONDAY_TO_SATURDAY)],
  }),
  space('ACSOMUR', 'salle', {
    name: 'Salle de l’atelier',
    capacity: 10,
    uses: ROOM,
    amenities: ['step-free', 'toilets', 'wifi', 'whiteboard'],
    features: ['Relais Pickup sur place'],
    access: byHost('Maëlle, de l’équipe', '02 61 91 00 76'),
    openings: [opening('fixed', 8, 21, MONDAY_TO_SATURDAY)],
  }),
  space('08749A', 'bureau-de-passage', {
    name: 'Bureau de passage',
    capacity: 3,
    uses: DESK,
    amenities: ['step-free', 'toilets', 'wifi', 'printer'],
    features: [],
    access: BY_STAFF,
    openings: [opening('counter', 9, 18, MONDAY_TO_SATURDAY)],
  }),
  space('04788A', 'bureaux', {
    name: 'Bureaux partagés',
    capacity: 5,
    checkIn: { opensMinutes: 30, closesMinutes: 30, releases: true },
    uses: DESK,
    amenities: ['step-free', 'toilets', 'parking', 'wifi', 'coffee'],
    features: [],
    access: AT_LE_THUIT,
    openings: [
      opening('idle', 8, 20, MONDAY_TO_SATURDAY),
      { ...opening('fixed', 7, 22, MONDAY_TO_SATURDAY), publics: ['subscriber'] },
    ],
    limits: { ...DESK_LIMITS, gridQuarters: 2, cancelBeforeMinutes: 24 * 60 },
    limitsFor: { subscriber: { longestQuarters: 60 } },
    fairUse: { activeBookings: 5, hoursAWeek: 30, noShows: { most: 3, days: 60 } },
  }),
]
