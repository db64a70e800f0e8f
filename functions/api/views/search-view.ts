import type { CounterList, LocalityView, SiteList } from '../../../shared/contracts/search-views.ts'
import type { Gazetteer } from '../../../shared/domain/gazetteer.ts'
import type { Locality } from '../../../shared/domain/locality.ts'
import { formatMinutes } from '../../../shared/domain/quarter.ts'
import type { OpenCounter } from '../../use-cases/nearest-counters.ts'
import type { Around, SitesFound } from '../../use-cases/search-sites.ts'
import { viewOfDirectoryMatch } from './site-view.ts'

export const viewOfLocality = (locality: Locality): LocalityView => ({
  ...locality,
  postcodes: [...locality.postcodes],
})

const viewOfAround = (around: Around, gazetteer: Gazetteer): SiteList['around'] => {
  const { name, departement, locality, position, isApproximate, others } = around
  return {
    name,
    departementName: gazetteer.find(departement)?.name,
    locality: locality && viewOfLocality(locality),
    position,
    isApproximate,
    others: others.map(viewOfLocality),
  }
}

export const viewOfSitesFound = (
  { total, matches, lenders, around, relaxed }: SitesFound,
  gazetteer: Gazetteer,
): SiteList => ({
  total,
  sites: matches.map(viewOfDirectoryMatch),
  lenders: lenders.map(viewOfDirectoryMatch),
  around: around && viewOfAround(around, gazetteer),
  ...(relaxed.length > 0 && { relaxed: [...relaxed] }),
})

export const viewOfOpenCounter = ({ match, state }: OpenCounter): CounterList['counters'][number] => ({
  site: viewOfDirectoryMatch(match),
  ...('openUntil' in state
    ? { openUntil: formatMinutes(state.openUntil) }
    : { opensAt: `${state.opensOn}T${formatMinutes(state.opensAt)}` }),
})
