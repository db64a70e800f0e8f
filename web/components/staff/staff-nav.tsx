import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { staff } from '../../messages/fr/staff.ts'
import { linksFor } from '../../staff-links.ts'

/** Leads to the pages of a place, for those who work there; the one that is shown is marked. */
export const StaffNav = ({ site, self }: { site: SiteView; self: SelfView }) => (
  <nav class="staff-nav" aria-label={staff.nav}>
    <p class="staff-place">{site.name}</p>
    <ul class="plain staff-links">
      {linksFor(self, site).map(([address, words]) => (
        <li key={address}>
          <a
            class="tall"
            href={`${address}?lieu=${site.id}`}
            {...(location.pathname === address && { 'aria-current': 'page' as const })}
          >
            {words}
          </a>
        </li>
      ))}
      <li>
        <a class="tall" href="/equipe">
          {staff.places}
        </a>
      </li>
    </ul>
  </nav>
)
