import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import type { RightPlace } from '../../may-at.ts'
import { PageLinks } from './page-links.tsx'

type PlaceLinksProps = {
  readonly site: RightPlace
  readonly name: string
  readonly role?: string
  readonly self: SelfView
}

/** A place, and the pages for those who work there. */
export const PlaceLinks = ({ site, name, role, self }: PlaceLinksProps) => (
  <section class="right-line">
    <h2>{name}</h2>
    {role && <p>{role}</p>}
    <PageLinks site={site} self={self} of={name} />
  </section>
)
