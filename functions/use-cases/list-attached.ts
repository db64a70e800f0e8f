import type { Directory, DirectoryEntry } from '../../shared/domain/directory.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import type { Actor, Subject } from '../../shared/domain/rights.ts'
import { staffScopesOf } from '../../shared/domain/staff-scopes.ts'
import type { Dependencies } from '../dependencies.ts'

const lends = ({ spaces }: DirectoryEntry): boolean => spaces.length > 0

const namedIn = (subject: Subject) => {
  const scopes = staffScopesOf(subject, 'see-use')
  return {
    own: scopes.flatMap((scope) => (scope.kind === 'site' ? scope.site : [])),
    departements: scopes.flatMap((scope) => (scope.kind === 'departement' ? scope.departement : [])),
  }
}

/**
 * Their own sites first, then those that lend: the points attached to them, and those of their départements.
 * A right in the network names none.
 */
export const sitesOfWork = (subject: Subject, directory: Directory): SiteId[] => {
  const { own, departements } = namedIn(subject)
  const wide =
    departements.length > 0
      ? directory.entries.filter(({ departement }) => departements.includes(departement))
      : []
  const lending = [...directory.attachedTo(own), ...wide].filter(lends)
  return [...new Set([...own, ...lending.map(({ id }) => id)])]
}

const byUse = (one: DirectoryEntry, other: DirectoryEntry): number =>
  Number(lends(other)) - Number(lends(one)) || one.name.localeCompare(other.name, 'fr')

/** The points attached to the offices where somebody works, which their rights reach; those that lend first. */
export const listAttached = async (
  by: Actor,
  deps: Pick<Dependencies, 'grants' | 'directory'>,
): Promise<DirectoryEntry[]> => {
  const [grants, directory] = await Promise.all([deps.grants.listGrants(by.id), deps.directory()])
  const { own } = namedIn({ ...by, grants })
  return directory.attachedTo([...new Set(own)]).toSorted(byUse)
}
