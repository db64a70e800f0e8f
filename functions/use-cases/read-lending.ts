import type { SiteId } from '../../shared/domain/ids.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Lending } from '../../shared/store/lending-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { may } from './authorize.ts'

/** Undefined for people without access. */
export const readLending = async (
  { site, by }: { readonly site: SiteId; readonly by: Actor },
  deps: Pick<Dependencies, 'lending' | 'grants' | 'sites'>,
): Promise<Lending | undefined> => {
  const [allowed, lending] = await Promise.all([
    may(by, 'lend-spaces', { site }, deps),
    deps.lending.readLending(site),
  ])
  return allowed ? lending : undefined
}
