import type { StaffedSite } from '../../shared/domain/hold-terms.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import type { Dependencies } from '../dependencies.ts'

/** A site with its closures, which are read only where somebody has to answer for the space. */
export const staffedSite = async (
  { site, space }: { readonly site: Site; readonly space?: Pick<Space, 'approval'> | undefined },
  { sites }: Pick<Dependencies, 'sites'>,
): Promise<StaffedSite> =>
  space?.approval ? { ...site, closures: (await sites.findSite(site.id))?.closures } : site
