import { type Authorship, isByKey, isByPhone } from '../../shared/domain/authorship.ts'
import type { Channel } from '../../shared/domain/booking.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'
import { may } from './authorize.ts'
import type { PersonActedFor } from './person-acted-for.ts'
import type { Caller, SessionToken } from './session-token.ts'

/** `bookedBy`: the member who asked, when another one finishes their series. */
type ForAssociation<T> = {
  readonly kind: 'association'
  readonly token: T
  readonly association: HolderId
  readonly bookedBy: HolderId
}

/** Who is signed in books for themselves, for their association, or as an agent for a person. */
export type SignedInFor<T extends Caller = SessionToken> =
  | { readonly kind: 'self'; readonly token: T }
  | ForAssociation<T>
  | { readonly kind: 'person'; readonly token: T; readonly person: PersonActedFor }

/**
 * For a holder without a session: a series that goes on by itself, or a copy that staff makes (`authorship`). `bookedBy` is
 * present when the holder is an association.
 */
type ForAbsent = {
  readonly kind: 'absent'
  readonly holder: HolderId
  readonly bookedBy?: HolderId | undefined
  readonly authorship?: Authorship | undefined
}

/** Who books for whom. */
export type BookedFor = SignedInFor<Caller> | ForAbsent

type Named = { readonly person?: PersonActedFor | undefined; readonly as?: HolderId | undefined }

/** The association whose key it is. */
const ownAssociationOf = (token: Caller): HolderId | undefined =>
  'key' in token && token.key.scope.kind === 'association' ? token.key.scope.association : undefined

/** A request names a person, an association (`as`), or nobody. */
export const signedInFor = <T extends Caller>(
  token: T,
  { person, as = ownAssociationOf(token) }: Named,
): SignedInFor<T> => {
  if (person) return { kind: 'person', token, person }
  return as === undefined
    ? { kind: 'self', token }
    : { kind: 'association', token, association: as, bookedBy: token.holder }
}

export const associationOf = (whose: BookedFor): HolderId | undefined => {
  if (whose.kind === 'association') return whose.association
  return whose.kind === 'absent' && whose.bookedBy !== undefined ? whose.holder : undefined
}

export const personFor = (whose: BookedFor): PersonActedFor | undefined =>
  whose.kind === 'person' ? whose.person : undefined

/** Who is signed in, or the absent holder. */
export const bookerOf = (whose: BookedFor): HolderId =>
  whose.kind === 'absent' ? whose.holder : whose.token.holder

export const bookedByOf = (whose: BookedFor): { readonly bookedBy?: HolderId } =>
  'bookedBy' in whose && whose.bookedBy !== undefined ? { bookedBy: whose.bookedBy } : {}

/** The key of the tool that books. */
export const bookedWithOf = (whose: BookedFor): { readonly bookedWith?: HolderId } =>
  whose.kind !== 'absent' && 'key' in whose.token ? { bookedWith: whose.token.holder } : {}

export const channelOf = (authorship: Authorship | undefined): Channel => {
  if (!authorship) return 'web'
  if (isByKey(authorship)) return 'machine'
  return isByPhone(authorship) ? 'phone' : 'counter'
}

/** Whether a member may book for the association; an absent holder was allowed when they asked. */
export const mayBookFor = async (
  booker: Actor,
  whose: BookedFor,
  deps: Pick<Dependencies, 'grants' | 'sites'>,
): Promise<boolean> =>
  whose.kind !== 'association' || may(booker, 'book-as', { owner: whose.association }, deps)
