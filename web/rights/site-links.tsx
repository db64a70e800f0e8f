import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { SitePlacement } from '../staff/may-at.ts'
import { PageLinks } from '../staff/page-links.tsx'

type SiteLinksProps = {
  readonly site: SitePlacement
  readonly name: string
  readonly role?: string
  readonly self: SelfView
}

/** A site, with links to its staff pages. */
export const SiteLinks = ({ site, name, role, self }: SiteLinksProps) => (
  <section class="right-line">
    <h2>{name}</h2>
    {role && <p>{role}</p>}
    <PageLinks site={site} self={self} of={name} />
  </section>
)
