import type { Register } from '../domain/association.ts'
import type {
  BookingId,
  ClosureId,
  DoorId,
  Hash,
  HolderId,
  InvitationId,
  PersonId,
  SeriesId,
  SiteId,
  SpaceId,
  WorkshopId,
} from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { formatQuarter } from '../domain/quarter.ts'
import { formatScope, type Grant, type Scope } from '../domain/rights.ts'
import type { Workshop } from '../domain/workshop.ts'

/** The names that the table is made with: infra and the local engine read them from here. */
export const PARTITION_KEY = 'pk'
export const SORT_KEY = 'sk'
export const EXPIRY = 'expiresAtSeconds'
export const BY_HOLDER = { indexName: 'by-holder', partitionKey: 'holder', sortKey: 'startsLocal' } as const

export type Key = { readonly pk: string; readonly sk: string }

/** Instants of the same length sort as they follow each other. */
export const sortable = (at: Instant): string => String(at).padStart(15, '0')

export const sitePartition = (site: SiteId) => `SITE#${site}`
export const holderPartition = (holder: HolderId) => `HOLDER#${holder}`
export const ofHolder = (holder: HolderId, sk: string): Key => ({ pk: holderPartition(holder), sk })

export const siteKey = (site: SiteId): Key => ({ pk: sitePartition(site), sk: 'SITE' })
export const hoursKey = (site: SiteId): Key => ({ pk: sitePartition(site), sk: 'SITE#HOURS' })
export const spaceKey = (site: SiteId, space: SpaceId): Key => ({
  pk: sitePartition(site),
  sk: `SPACE#${space}`,
})
export const closureKey = (site: SiteId, closure: ClosureId): Key => ({
  pk: sitePartition(site),
  sk: `SITE#CLOSURE#${closure}`,
})
/** One query reads a site, its closures, its hours and its spaces: they sort together, after every occupancy. */
export const siteItems = (site: SiteId) => ({ pk: sitePartition(site), from: 'SITE', to: 'SPACE#~' })

export const occupancyKey = (site: SiteId, date: LocalDate, space: SpaceId): Key => ({
  pk: sitePartition(site),
  sk: `DAY#${date}#${space}`,
})
export const occupancies = (site: SiteId, from: LocalDate, to: LocalDate) => ({
  pk: sitePartition(site),
  from: `DAY#${from}#`,
  to: `DAY#${to}#~`,
})

/** What a closure takes on one date stands beside the occupancies that it takes from. */
export const closedDayKey = (site: SiteId, date: LocalDate, closure: ClosureId): Key => ({
  pk: sitePartition(site),
  sk: `CLOSED#${date}#${closure}`,
})
export const closedDays = (site: SiteId, from: LocalDate, to: LocalDate) => ({
  pk: sitePartition(site),
  from: `CLOSED#${from}#`,
  to: `CLOSED#${to}#~`,
})

/** Stands in the site's partition for a booking: what is booked on some dates is read from it, strongly. */
export const siteBookingKey = (site: SiteId, date: LocalDate, id: BookingId): Key => ({
  pk: sitePartition(site),
  sk: `BOOKING#${date}#${id}`,
})
export const siteBookings = (site: SiteId, from: LocalDate, to: LocalDate) => ({
  pk: sitePartition(site),
  from: `BOOKING#${from}#`,
  to: `BOOKING#${to}#~`,
})

/** Stands there instead while a booking holds its places for some time only: until when is read with a week's occupancies. */
export const holdKey = (site: SiteId, date: LocalDate, id: BookingId): Key => ({
  pk: sitePartition(site),
  sk: `HOLD#${date}#${id}`,
})
export const holds = (site: SiteId, from: LocalDate, to: LocalDate) => ({
  pk: sitePartition(site),
  from: `HOLD#${from}#`,
  to: `HOLD#${to}#~`,
})

/** What a person has booked and missed at a site, where fair use is judged. */
export const usageKey = (site: SiteId, person: PersonId): Key => ({
  pk: sitePartition(site),
  sk: `USAGE#${person}`,
})

/** What has to be looked at again at some time, soonest first. */
export const dueKey = (at: Instant, id: BookingId): Key => ({ pk: 'DUE', sk: `${sortable(at)}#${id}` })
export const dueUntil = (at: Instant) => ({ pk: 'DUE', from: '0', to: `${sortable(at)}#~` })

export const bookingKey = (id: BookingId): Key => ({ pk: `BOOKING#${id}`, sk: 'BOOKING' })

export const workshopKey = (id: WorkshopId): Key => ({ pk: `WORKSHOP#${id}`, sk: 'WORKSHOP' })
/** The workshops to come are listed by site and by département, each in the order of time. */
export const siteWorkshops = (site: SiteId): string => `${sitePartition(site)}#WORKSHOPS`
export const departementWorkshops = (departement: string): string => `WORKSHOPS#${departement}`
export const workshopSort = ({ date, start, id }: Pick<Workshop, 'date' | 'start' | 'id'>): string =>
  `${date}T${formatQuarter(start)}#${id}`

export const seriesKey = (id: SeriesId): Key => ({ pk: `SERIES#${id}`, sk: 'SERIES' })
/** One partition of those whose rule has no end: they are found without a scan. */
export const rollingSeriesKey = (id: SeriesId): Key => ({ pk: 'ROLLING', sk: id })
export const allRollingSeries = { pk: 'ROLLING', from: '0', to: '~' }

export const holderKey = (holder: HolderId): Key => ({ pk: holderPartition(holder), sk: 'HOLDER' })
export const holderOccupancyKey = (holder: HolderId, date: LocalDate): Key => ofHolder(holder, `DAY#${date}`)

export const sessionKey = (holder: HolderId, secret: Hash): Key => ofHolder(holder, `SESSION#${secret}`)

export const sessions = (holder: HolderId) => ({
  pk: holderPartition(holder),
  from: 'SESSION#',
  to: 'SESSION#~',
})
export const secretOfSession = (sort: string): Hash => sort.slice('SESSION#'.length) as Hash

export const memberKey = (holder: HolderId, site: SiteId): Key => ofHolder(holder, `MEMBER#${site}`)

export const grantKey = (holder: HolderId, { role, scope }: Grant): Key =>
  ofHolder(holder, `GRANT#${formatScope(scope)}#${role}`)
/** Stands for a grant among those of its scope, and for an invitation among those that nobody has taken. */
const scopePartition = (scope: Scope) => `SCOPE#${formatScope(scope)}`
export const scopeGrantKey = (holder: HolderId, { role, scope }: Grant): Key => ({
  pk: scopePartition(scope),
  sk: `GRANT#${role}#${holder}`,
})
export const scopeGrants = (scope: Scope) => ({ pk: scopePartition(scope), from: 'GRANT#', to: 'GRANT#~' })
export const scopeInvitationKey = (scope: Scope, id: InvitationId): Key => ({
  pk: scopePartition(scope),
  sk: `INVITATION#${id}`,
})
export const scopeInvitations = (scope: Scope) => ({
  pk: scopePartition(scope),
  from: 'INVITATION#',
  to: 'INVITATION#~',
})
export const invitationKey = (id: InvitationId): Key => ({ pk: `INVITATION#${id}`, sk: 'INVITATION' })

export const grants = (holder: HolderId) => ({ pk: holderPartition(holder), from: 'GRANT#', to: 'GRANT#~' })

export const registerKey = ({ kind, number }: Register): Key => ({
  pk: `REGISTER#${kind}:${number}`,
  sk: 'REGISTER',
})

/** What a holder has accepted of a site's conditions; those stand with the site. */
export const conditionsKey = (site: SiteId): Key => ({ pk: sitePartition(site), sk: 'SITE#CONDITIONS' })
export const acceptanceKey = (holder: HolderId, site: SiteId): Key => ofHolder(holder, `ACCEPTED#${site}`)

export const emailKey = (email: Hash): Key => ({ pk: `EMAIL#${email}`, sk: 'EMAIL' })
/** Counts what somebody, whom a keyed hash stands for, has brought about within some time. */
export const allowanceKey = (name: Hash, window: string): Key => ({ pk: `ALLOWANCE#${name}`, sk: window })
/** Somebody at an issuer: what it calls them there. */
export const identityKey = (identity: Hash): Key => ({ pk: `IDENTITY#${identity}`, sk: 'IDENTITY' })
/** A way to an issuer and back that was used: it leads in once. */
export const usedStateKey = (state: Hash): Key => ({ pk: `STATE#${state}`, sk: 'STATE' })
export const codeKey = (challenge: Hash): Key => ({ pk: `CODE#${challenge}`, sk: 'CODE' })
export const challengeIn = (partition: string): Hash => partition.slice('CODE#'.length) as Hash

export const DOORS = 'DOOR#'
/** A code of a door that somebody has, by a tag from which nobody reads it. */
export const doorCodeKey = (site: SiteId, door: DoorId, tag: Hash): Key => ({
  pk: `${DOORS}${site}#${door}`,
  sk: tag,
})
export const doorCodes = (site: SiteId, door: DoorId) => ({
  pk: `${DOORS}${site}#${door}`,
  from: '0',
  to: '~',
})

export const sentKey = (event: string): Key => ({ pk: `SENT#${event}`, sk: 'SENT' })

/** One item a département: what search needs of its sites, and apart from it what the import compares with. */
export const directoryKey = (departement: string): Key => ({ pk: 'DIRECTORY', sk: departement })
export const fingerprintsKey = (departement: string): Key => ({ pk: 'FINGERPRINTS', sk: departement })
export const allDirectory = { pk: 'DIRECTORY', from: '0', to: '~' }
export const allFingerprints = { pk: 'FINGERPRINTS', from: '0', to: '~' }
