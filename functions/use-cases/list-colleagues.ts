import type { Holder } from '../../shared/domain/holder.ts'
import type { WorkshopId } from '../../shared/domain/ids.ts'
import { placesLeft } from '../../shared/domain/occupancy.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'
import { may } from './authorize.ts'
import { scopesOf } from './nearest-in-charge.ts'

export type Colleague = {
  readonly holder: Holder & { readonly name: string }
  readonly leads: boolean
  readonly busy: boolean
}

type Deps = Pick<Dependencies, 'workshops' | 'sites' | 'grants' | 'identities' | 'bookings'>

const byName = (one: Colleague, other: Colleague): number =>
  one.holder.name.localeCompare(other.holder.name, 'fr')

/** Mediators of the site of a workshop, with a name; undefined for people without access. */
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
  if (!allowed || !site) return undefined
  const theirs = await Promise.all(scopesOf(site).map(([, scope]) => deps.grants.listHolders(scope)))
  const ids = new Set(theirs.flat().flatMap(({ role, holder }) => (role === 'mediator' ? [holder] : []))).add(
    workshop.mediator,
  )
  const [holders, days] = await Promise.all([
    deps.identities.findHolders([...ids]),
    deps.bookings.readHolderOccupancies([...ids], workshop.date),
  ])
  const named = [...holders.values()].flatMap((holder) =>
    holder.name === undefined || holder.disabledAt !== undefined ? [] : [{ ...holder, name: holder.name }],
  )
  return named
    .map((holder) => {
      const leads = holder.id === workshop.mediator
      return { holder, leads, busy: !leads && placesLeft(1, days.get(holder.id) ?? {}, workshop) === 0 }
    })
    .sort(byName)
}
