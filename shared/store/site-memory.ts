import type { Conditions } from '../domain/conditions.ts'
import type { SiteId, SpaceId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Site } from '../domain/site.ts'
import type { Space } from '../domain/space.ts'
import type { SiteVersion } from './site-version.ts'

/** What bookings of a space depend on and changes rarely, all of it at least as new as the version. */
export type RememberedSpace = SiteVersion & {
  readonly site: Site
  readonly space: Space
  readonly conditions: Conditions | undefined
}

/** It may be old: what has changed since then costs an attempt. */
const REMEMBERED_MS = 15 * 60_000
const MOST_SPACES = 500

/** Of one instance. What is decided on it holds once the version is checked, in the transaction or by a strong read. */
export const siteMemory = () => {
  const known = new Map<string, { readonly at: Instant; readonly lent: RememberedSpace }>()
  const nameOf = (site: SiteId, space: SpaceId) => `${site} ${space}`
  return {
    recall: (site: SiteId, space: SpaceId, now: Instant): RememberedSpace | undefined => {
      const found = known.get(nameOf(site, space))
      return found && Math.abs(now - found.at) < REMEMBERED_MS ? found.lent : undefined
    },
    /** The one that was kept first leaves first. */
    keep: (lent: RememberedSpace, now: Instant): void => {
      const name = nameOf(lent.site.id, lent.space.id)
      known.delete(name)
      known.set(name, { at: now, lent })
      const [first] = known.keys()
      if (known.size > MOST_SPACES && first !== undefined) known.delete(first)
    },
  }
}

export type SiteMemory = ReturnType<typeof siteMemory>
