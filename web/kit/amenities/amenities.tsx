import type { Amenity } from '../../../shared/domain/space.ts'
import { langOfStaff } from '../language-here.ts'
import { amenityWords } from '../words/fr/amenity-words.ts'
import { AmenityIcon } from './amenity-icon.tsx'

type AmenitiesProps = {
  readonly of: readonly Amenity[]
  /** Those that may be said, in order. */
  readonly among: readonly Amenity[]
  /** Others, in the words of the site. */
  readonly more?: readonly string[]
}

/** What a space has, each with its drawing. */
export const Amenities = ({ of, among, more = [] }: AmenitiesProps) => (
  <ul class="amenities">
    {among
      .filter((each) => of.includes(each))
      .map((each) => (
        <li key={each}>
          <AmenityIcon of={each} />
          {amenityWords[each]}
        </li>
      ))}
    {more.map((each) => (
      <li key={each} lang={langOfStaff()}>
        {each}
      </li>
    ))}
  </ul>
)
