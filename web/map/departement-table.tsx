import type { NetworkMapView } from '../../shared/contracts/network-map-views.ts'
import { country, numberWords } from './words/fr/map.ts'

type Count = NetworkMapView['departements'][number]

const byLentThenName = (one: Count, other: Count): number =>
  other.lent - one.lent || one.name.localeCompare(other.name, 'fr')

/** What the map shows, in figures; those that lend most come first. */
export const DepartementTable = ({ counts }: { readonly counts: readonly Count[] }) => (
  <div class="map-rows">
    <table class="map-table">
      <thead>
        <tr>
          <th scope="col">{country.columns.departement}</th>
          <th scope="col">{country.columns.lent}</th>
          <th scope="col">{country.columns.idle}</th>
          <th scope="col">{country.columns.points}</th>
        </tr>
      </thead>
      <tbody>
        {counts.toSorted(byLentThenName).map(({ code, name, lent, idle, points }) => (
          <tr key={code} data-light={code}>
            <th scope="row">
              <a href={`/lieux?departement=${code}`}>{name}</a>
            </th>
            <td>{numberWords(lent)}</td>
            <td>{numberWords(idle)}</td>
            <td>{numberWords(points)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
