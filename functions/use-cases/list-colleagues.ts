import type { Holder } from '../../shared/domain/holder.ts'
import type { HolderId, SiteId, WorkshopId } from '../../shared/domain/ids.ts'
import { mediatorsOf } from '../../shared/domain/mediators.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { TravelRefusal } from '../../shared/domain/travel.ts'
import type { Workshop } from '../../shared/domain/workshop.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { may } from './authorize.ts'
import { readMediatorDay, travelRefusalOn } from './check-travel.ts'
import { isBusy } from './is-busy.ts'
import { scopesOf } from './nearest-in-charge.ts'

export type Colleague = {
  readonly holder: Holder & { readonly name: string }
  readonly leads: boolean
  readonly busy: boolean
  /** From another workshop of theirs that day. */
  readonly tooFar?: TravelRefusal | undefined
}

type Deps = Pick<Dependencies, 'workshops' | 'sites' | 'grants' | 'identities' | 'bookings' | 'now'>

const AT_ONCE = 8

const byName = (one: Colleague, other: Colleague): number =>
  one.holder.name.localeCompare(other.holder.name, 'fr')

type Named = Colleague['holder']

/** Those who mediate at a site and `others`, with a name. */
const namedAt = async (
  site: Pick<Site, 'id' | 'parent' | 'departement'>,
  others: readonly HolderId[],
  { grants, identities }: Pick<Deps, 'grants' | 'identities'>,
): Promise<Named[]> => {
  const theirs = await Promise.all(scopesOf(site).map(([, scope]) => grants.listHolders(scope)))
  const mediators = theirs.flat().flatMap(({ role, holder }) => (role === 'mediator' ? [holder] : []))
  const holders = await identities.findHolders([...new Set([...others, ...mediators])])
  return [...holders.values()].flatMap((holder) =>
    holder.name === undefined || holder.disabledAt !== undefined ? [] : [{ ...holder, name: holder.name }],
  )
}

/** Mediators of the site of a workshop, with a name. */
export const colleaguesOf = async (
  workshop: Workshop,
  site: Pick<Site, 'id' | 'parent' | 'departement'>,
  deps: Deps,
): Promise<Colleague[]> => {
  const leading = mediatorsOf(workshop).map(({ id }) => id)
  const named = await namedAt(site, leading, deps)
  const colleagues = await mapAtOnce(named, AT_ONCE, async (holder): Promise<Colleague> => {
    if (leading.includes(holder.id)) return { holder, leads: true, busy: false }
    const day = await readMediatorDay(holder.id, workshop, deps)
    const busy = await isBusy(holder.id, day.occupancy, workshop, deps)
    return { holder, leads: false, busy, tooFar: busy ? undefined : travelRefusalOn(day, workshop) }
  })
  return colleagues.sort(byName)
}

/** Undefined for people without access. */
export const listColleagues = async (
  { id, by }: { readonly id: WorkshopId; readonly by: Actor },
  deps: Deps,
): Promise<Colleague[] | undefined> => {
  const found = await deps.workshops.findWorkshop(id)
  if (!found) return undefined
  const { workshop } = found
  const [allowed, site] = await Promise.all([
    may(by, 'plan-workshops', { site: workshop.site }, deps),
    deps.sites.findLocation(workshop.site),
  ])
  return allowed && site ? colleaguesOf(workshop, site, deps) : undefined
}

/** Who may lead workshops there, `by` among them. Undefined for people without access. */
export const listMediators = async (
  { site: id, by }: { readonly site: SiteId; readonly by: Actor },
  deps: Deps,
): Promise<Named[] | undefined> => {
  const [allowed, site] = await Promise.all([
    may(by, 'plan-workshops', { site: id }, deps),
    deps.sites.findLocation(id),
  ])
  if (!allowed || !site) return undefined
  const named = await namedAt(site, [by.id], deps)
  return named.sort((one, other) => one.name.localeCompare(other.name, 'fr'))
}
