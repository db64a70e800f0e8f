import type { Holder } from '../../shared/domain/holder.ts'
import type { WorkshopId } from '../../shared/domain/ids.ts'
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

/** Mediators of the site of a workshop, with a name. */
export const colleaguesOf = async (
  workshop: Workshop,
  site: Pick<Site, 'id' | 'parent' | 'departement'>,
  deps: Deps,
): Promise<Colleague[]> => {
  const theirs = await Promise.all(scopesOf(site).map(([, scope]) => deps.grants.listHolders(scope)))
  const leading = mediatorsOf(workshop).map(({ id }) => id)
  const ids = new Set([
    ...leading,
    ...theirs.flat().flatMap(({ role, holder }) => (role === 'mediator' ? [holder] : [])),
  ])
  const holders = await deps.identities.findHolders([...ids])
  const named = [...holders.values()].flatMap((holder) =>
    holder.name === undefined || holder.disabledAt !== undefined ? [] : [{ ...holder, name: holder.name }],
  )
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
