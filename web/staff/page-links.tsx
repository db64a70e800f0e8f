import type { ComponentChildren } from 'preact'
import type { SelfView } from '../../shared/contracts/auth-views.ts'
import { Count } from '../kit/frame/count.tsx'
import { readKnown, toDoAt } from '../kit/known.ts'
import { mayAt, type SitePlacement } from './may-at.ts'
import { STAFF_PAGES } from './staff-pages.ts'
import { staff } from './words/fr/staff.ts'

type PageLinksProps = {
  readonly site: SitePlacement
  readonly self: Pick<SelfView, 'grants'>
  /** The site's name, read out after each link of a list of sites. */
  readonly of?: string
  readonly children?: ComponentChildren
}

const NAMES = Object.keys(staff.pages) as (keyof typeof staff.pages)[]

/** The staff pages of a site that a person's rights open; the current one is marked. */
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
          {name === 'demandes' && <Count of={site.id} count={toDoAt(readKnown(), site.id)} />}
          {of && <span class="for-readers"> : {of}</span>}
        </a>
      </li>
    ))}
    {children}
  </ul>
)
