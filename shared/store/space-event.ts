import type { SiteId } from '../domain/ids.ts'
import type { Space } from '../domain/space.ts'
import type { Item } from './client.ts'
import { keyOf } from './keys/key.ts'
import { siteInPartition } from './keys/site-keys.ts'
import { spaceOf } from './site-item.ts'

export type SpaceEvent = {
  readonly kind: 'space-lent' | 'consent-changed'
  readonly id: string
  readonly site: SiteId
  readonly space: Space
}

/** A space that is lent for the first time, or one of which the owner of the premises said something. */
export const spaceEventOf = (from: Item | undefined, to: Item): SpaceEvent | undefined => {
  const { pk, sk } = keyOf(to)
  const [space, site] = [spaceOf(to), siteInPartition(pk)]
  if (!from) return { kind: 'space-lent', id: `${pk}#${sk}#lent`, site, space }
  const said = space.consent?.at
  return said === undefined || said === spaceOf(from).consent?.at
    ? undefined
    : { kind: 'consent-changed', id: `${pk}#${sk}#${said}`, site, space }
}
