import type { GrantView, MeView } from '../../../shared/contracts/auth-views.ts'
import type { Association } from '../../../shared/domain/association.ts'
import type { Directory } from '../../../shared/domain/directory.ts'
import type { Holder } from '../../../shared/domain/holder.ts'
import { formatScope, type Grant, type Scope } from '../../../shared/domain/rights.ts'

export const viewOfMe = ({ email, name, language, weeklyHours }: Holder): MeView => ({
  email,
  name,
  language,
  weeklyHours,
})

type NamedScopes = { readonly directory: Directory; readonly associations: readonly Association[] }

const placeOf = (scope: Scope, { directory, associations }: NamedScopes): string | undefined => {
  if (scope.kind === 'site') return directory.find(scope.site)?.name
  return scope.kind === 'association'
    ? associations.find(({ id }) => id === scope.association)?.name
    : undefined
}

export const viewOfGrant = ({ role, scope }: Grant, named: NamedScopes): GrantView => ({
  role,
  scope: formatScope(scope),
  place: placeOf(scope, named),
})
