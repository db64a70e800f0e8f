import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { isOfStaff } from './may-at.ts'
import { PageLinks } from './page-links.tsx'
import { STAFF_PAGES } from './staff-pages.ts'
import { staff } from './words/fr/staff.ts'

/** Links to the staff pages of a site. */
export const StaffNav = ({ site, self }: { site: SiteView; self: SelfView }) => (
  <nav class="staff-nav" aria-label={staff.nav}>
    <p class="staff-place">{site.name}</p>
    <PageLinks site={site} self={self}>
      {isOfStaff(self, ['mediator']) && (
        <li>
          <a class="tall" href="/ma-semaine">
            {staff.myWeek}
          </a>
        </li>
      )}
      {isOfStaff(self, STAFF_PAGES.telephone) && (
        <li>
          <a class="tall" href="/telephone">
            {staff.telephone}
          </a>
        </li>
      )}
      <li>
        <a class="tall" href="/equipe">
          {staff.places}
        </a>
      </li>
    </PageLinks>
  </nav>
)
