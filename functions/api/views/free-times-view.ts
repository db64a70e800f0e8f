import type { DataPackage, FreeTimesView, TableSchema } from '../../../shared/contracts/open-data-views.ts'
import { availabilityOn } from '../../../shared/domain/availability.ts'
import { formatCsv } from '../../../shared/domain/csv.ts'
import type { SpaceId } from '../../../shared/domain/ids.ts'
import type { Locality } from '../../../shared/domain/locality.ts'
import type { SiteDays } from '../../use-cases/read-availability.ts'
import { OPEN_DATA_DAYS } from '../../use-cases/read-free-times.ts'
import { viewOfFreeRange } from './site-view.ts'

type SiteOf = FreeTimesView['sites'][number]
type SpaceOf = SiteOf['spaces'][number]
type FreeOf = SpaceOf['free'][number]

const freeIn = ({ days }: SiteDays, space: SpaceId): FreeOf[] =>
  days
    .filter((day) => day.space.id === space)
    .flatMap((day) =>
      availabilityOn(day).free.map((range) => ({ date: day.date, ...viewOfFreeRange(range) })),
    )

const viewOfSite = (found: SiteDays): SiteOf => {
  const { site, spaces } = found
  return {
    ...site,
    position: site.position,
    spaces: spaces
      .map(({ id, name, uses, price }) => ({ id, name, uses: [...uses], price, free: freeIn(found, id) }))
      .filter(({ free }) => free.length > 0),
  }
}

export const viewOfFreeTimes = ({ code }: Locality, found: readonly SiteDays[]): FreeTimesView => ({
  area: code,
  licence: 'etalab-2.0',
  days: OPEN_DATA_DAYS,
  sites: found.map(viewOfSite).filter(({ spaces }) => spaces.length > 0),
})

type Cell = string | number

type Column = {
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'time'
  readonly description: string
  readonly cell: (site: SiteOf, space: SpaceOf, free: FreeOf) => Cell
}

/** In the order of the file. Columns are added at the end, and never renamed: see `docs/open-data.md`. */
const COLUMNS: Readonly<Record<string, Column>> = {
  date: { type: 'date', description: 'Local date of the place', cell: (_, __, { date }) => date },
  start: { type: 'string', description: 'Local time, HH:MM', cell: (_, __, { start }) => start },
  end: { type: 'string', description: 'Local time, HH:MM, up to 24:00', cell: (_, __, { end }) => end },
  time_zone: { type: 'string', description: 'Of the place, IANA', cell: ({ timeZone }) => timeZone },
  places: {
    type: 'integer',
    description: 'People who can book at once',
    cell: (_, __, { places }) => places,
  },
  space_id: { type: 'string', description: 'Within the place', cell: (_, { id }) => id },
  space_name: { type: 'string', description: 'In words of the place', cell: (_, { name }) => name },
  uses: {
    type: 'string',
    description: 'desk, room or both, separated by a space',
    cell: (_, { uses }) => uses.join(' '),
  },
  price_per: { type: 'string', description: 'free, half-day or day', cell: (_, { price }) => price.per },
  price_cents: {
    type: 'integer',
    description: 'Euro cents; 0 where it is free',
    cell: (_, { price }) => ('cents' in price ? price.cents : 0),
  },
  site_id: {
    type: 'string',
    description: 'Identifier of the place',
    cell: ({ id }) => id,
  },
  site_name: { type: 'string', description: 'Name of the place', cell: ({ name }) => name },
  address: { type: 'string', description: 'Street and number', cell: ({ address }) => address },
  postcode: { type: 'string', description: 'Five digits', cell: ({ postcode }) => postcode },
  commune: { type: 'string', description: 'Name of the commune', cell: ({ commune }) => commune },
  insee: { type: 'string', description: 'The code that INSEE gives the commune', cell: ({ insee }) => insee },
  departement: {
    type: 'string',
    description: 'The code that INSEE gives it',
    cell: ({ departement }) => departement,
  },
  latitude: { type: 'number', description: 'WGS 84', cell: ({ position }) => position?.lat ?? '' },
  longitude: { type: 'number', description: 'WGS 84', cell: ({ position }) => position?.lon ?? '' },
}

export const csvOfFreeTimes = ({ sites }: FreeTimesView): string => {
  const columns = Object.values(COLUMNS)
  return formatCsv([
    Object.keys(COLUMNS),
    ...sites.flatMap((site) =>
      site.spaces.flatMap((space) =>
        space.free.map((free) => columns.map(({ cell }) => cell(site, space, free))),
      ),
    ),
  ])
}

export const tableSchema = (): TableSchema => ({
  fields: Object.entries(COLUMNS).map(([name, { type, description }]) => ({ name, type, description })),
})

export const viewOfDataPackage = (departements: readonly string[]): DataPackage => ({
  name: 'restante-free-times',
  title: 'Free times in post offices',
  description: `What everybody can book in French post offices in ${OPEN_DATA_DAYS} days, at most an hour old.`,
  licenses: [{ name: 'etalab-2.0', title: 'Licence Ouverte 2.0', path: LICENCE }],
  resources: departements.map((code) => ({
    name: `free-times-${code.toLowerCase()}`,
    path: `free-times/${code}.csv`,
    format: 'csv' as const,
    mediatype: 'text/csv' as const,
    encoding: 'utf-8' as const,
    dialect: { delimiter: ';' as const },
    schema: 'free-times.schema.json',
  })),
})

export const LICENCE = 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/'
