import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { staff } from '../../messages/fr/staff.ts'

type StaffNavProps = { readonly site: SiteView; readonly links: readonly [address: string, words: string][] }

/** Leads to the pages of a place, for those who work there; the one that is shown is marked. */
export const StaffNav = ({ site, links }: StaffNavProps) => (
  <nav class="staff-nav" aria-label={staff.nav}>
    <p class="staff-place">{site.name}</p>
    <ul class="plain staff-links">
      {links.map(([address, words]) => (
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
