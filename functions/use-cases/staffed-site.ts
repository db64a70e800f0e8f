import type { StaffedSite } from '../../shared/domain/hold-terms.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import type { Dependencies } from '../dependencies.ts'

/** Closures are read only if the space needs approval. */
export const staffedSite = async (
  { site, space }: { readonly site: Site; readonly space?: Pick<Space, 'approval'> | undefined },
  { sites }: Pick<Dependencies, 'sites'>,
): Promise<StaffedSite> =>
  space?.approval ? { ...site, closures: (await sites.findSite(site.id))?.closures } : site
