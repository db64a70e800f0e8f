import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import { linksFor } from '../../staff-links.ts'

type PlaceLinksProps = {
  readonly self: SelfView
  readonly site: { readonly id: string; readonly departement?: string }
  readonly name: string
  readonly role?: string
}

/** A place, and the pages for those who work there that they may use. */
export const PlaceLinks = ({ self, site, name, role }: PlaceLinksProps) => (
  <section class="right-line">
    <h2>{name}</h2>
    {role && <p>{role}</p>}
    <ul class="plain staff-links">
      {linksFor(self, site).map(([address, words]) => (
        <li key={address}>
          <a class="tall" href={`${address}?lieu=${site.id}`}>
            {words}
            <span class="for-readers"> : {name}</span>
          </a>
        </li>
      ))}
    </ul>
  </section>
)
