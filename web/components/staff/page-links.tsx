import type { ComponentChildren } from 'preact'
import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import { mayAt, type RightPlace } from '../../may-at.ts'
import { staff } from '../../messages/fr/staff.ts'
import { STAFF_PAGES } from '../../staff-pages.ts'

type PageLinksProps = {
  readonly site: RightPlace
  readonly self: Pick<SelfView, 'grants'>
  /** Read out after each link, where several places are listed. */
  readonly of?: string
  readonly children?: ComponentChildren
}

const NAMES = Object.keys(staff.pages) as (keyof typeof staff.pages)[]

/** The pages of a place that somebody's rights give them; the one that is shown is marked. */
export const PageLinks = ({ site, self, of, children }: PageLinksProps) => (
  <ul class="plain staff-links">
    {NAMES.filter((name) => mayAt(self, STAFF_PAGES[name], site)).map((name) => (
      <li key={name}>
        <a
          class="tall"
          href={`/${name}?lieu=${site.id}`}
          {...(location.pathname === `/${name}` && { 'aria-current': 'page' as const })}
        >
          {staff.pages[name]}
          {of && <span class="for-readers"> : {of}</span>}
        </a>
      </li>
    ))}
    {children}
  </ul>
)
