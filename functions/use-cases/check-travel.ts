import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import { type Place, refusalOfTravel, type TravelRefusal } from '../../shared/domain/travel.ts'
import type { OwnDay } from '../../shared/store/own-day.ts'
import type { Dependencies } from '../dependencies.ts'

type Deps = Pick<Dependencies, 'sites' | 'workshops'>

export type MediatorDay = OwnDay & { readonly places: ReadonlyMap<SiteId, Place> }

/** All that a mediator leads that day, wherever: one read, and one for each other site. */
export const readMediatorDay = async (
  mediator: HolderId,
  { site, date }: { readonly site: SiteId; readonly date: LocalDate },
  { workshops, sites }: Deps,
): Promise<MediatorDay> => {
  const day = await workshops.readOwnDay(mediator, date)
  const elsewhere = new Set(day.stays.map((stay) => stay.site).filter((each) => each !== site))
  const found = elsewhere.size > 0 ? await Promise.all([...elsewhere, site].map(sites.findLocation)) : []
  return { ...day, places: new Map(found.flatMap((each) => (each ? [[each.id, each]] : []))) }
}

/** Whether the mediator has the time to come from the workshop before, and to get to the next one. */
export const travelRefusalOn = (
  { stays, places }: MediatorDay,
  { site, ...range }: QuarterRange & { readonly site: SiteId },
): TravelRefusal | undefined => {
  const place = places.get(site)
  const known = stays.flatMap((stay) => {
    const there = places.get(stay.site)
    return there ? [{ ...stay, site: there }] : []
  })
  return place && refusalOfTravel({ ...range, site: place }, known)
}
