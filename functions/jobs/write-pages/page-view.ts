import type { SitePageView } from '../../../shared/contracts/site-page.ts'
import type { CounterText } from '../../../shared/contracts/site-views.ts'
import type { CounterHours } from '../../../shared/domain/counter-hours.ts'
import type { Directory } from '../../../shared/domain/directory.ts'
import { type Instant, instantAt, instantOf, localTimeAt } from '../../../shared/domain/instant.ts'
import { addDays, type LocalDate, weekdayOf } from '../../../shared/domain/local-date.ts'
import { isLentFrom } from '../../../shared/domain/opening.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { LentSite } from '../../../shared/store/site-store.ts'
import { viewOfMinutes } from '../../api/views/access-view.ts'
import { viewOfSite } from '../../api/views/site-view.ts'
import { siteFor } from '../../use-cases/read-site.ts'

const NEIGHBOURS = 3

const isKnownOn = ({ knownUntil }: CounterHours, today: LocalDate): boolean =>
  knownUntil === undefined || today <= knownUntil

const weekOf = ({ counter }: Site, today: LocalDate): readonly CounterText[] | undefined => {
  if (!counter || !isKnownOn(counter, today)) return undefined
  const week = counter.weekly.map((day) => (day === 'unknown' ? undefined : day.map(viewOfMinutes)))
  return week.every((day) => day === undefined) ? undefined : week
}

const neighboursOf = ({ id: own, position: near }: Site, directory: Directory): SitePageView['neighbours'] =>
  directory
    .search({ near, lent: {}, limit: NEIGHBOURS + 1 })
    .matches.filter(({ id }) => id !== own)
    .slice(0, NEIGHBOURS)
    .map(({ id, name, commune, postcode, distanceKm }) => ({
      id,
      name,
      commune,
      postcode,
      ...(distanceKm !== undefined && { distanceKm }),
    }))

/** Nobody is named: who keeps a key or owns the premises may be a person, and a file is copied by others. */
export const pageViewOf = (
  lent: LentSite,
  directory: Directory,
  now: Instant,
): SitePageView & { readonly today: LocalDate } => {
  const { date: today } = localTimeAt(now, lent.site.timeZone)
  const view = viewOfSite(siteFor(undefined, lent, { now: () => now }), now)
  const { id, name, kind, address, postcode, commune, position, phone } = view
  const week = weekOf(lent.site, today)
  return {
    ...{ id, name, kind, address, postcode, commune },
    ...(position && { position }),
    ...(phone && { phone }),
    ...(week && { week }),
    listed: directory.find(lent.site.id) !== undefined,
    today,
    closures: view.closures.map(({ reason: _, ...closure }) => closure),
    spaces: view.spaces.map(({ access, ...space }) => ({
      ...{ id: space.id, name: space.name, capacity: space.capacity, uses: space.uses },
      ...{ workshops: space.workshops, price: space.price, amenities: space.amenities },
      access: { kind: access.kind },
    })),
    neighbours: view.spaces.length > 0 || !position ? [] : neighboursOf(lent.site, directory),
  }
}

/** Where nothing is lent, which neighbours lend is looked at each week. */
const endOfWeek = (today: LocalDate): LocalDate => addDays(today, 7 - weekdayOf(today))

/** When time alone may change what the page of a site says, if ever. */
export const nextChangeOf = ({ site, spaces, closures }: LentSite, now: Instant): Instant | undefined => {
  const { date: today } = localTimeAt(now, site.timeZone)
  const lasts = [
    ...spaces.flatMap(({ openings }) => openings.map(({ until }) => until)),
    site.counter?.knownUntil,
    spaces.some((space) => isLentFrom(space, today)) ? undefined : endOfWeek(today),
  ]
  const afterThem = lasts.flatMap((last) =>
    last === undefined ? [] : [instantOf({ date: addDays(last, 1), minute: 0 }, site.timeZone)],
  )
  const reopenings = closures.map(({ to, end }) => instantAt(to, end, site.timeZone))
  const [next] = [...afterThem, ...reopenings].filter((at) => at > now).sort((one, other) => one - other)
  return next
}
