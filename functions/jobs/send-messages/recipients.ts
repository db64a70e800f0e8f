import { reachedAt } from '../../../shared/domain/holder.ts'
import { ofAssociation } from '../../../shared/domain/rights.ts'
import { type Owned, reachedByMail, toldOfAssociation } from '../../../shared/store/reach.ts'
import type { Recipient } from './mail.ts'
import type { SendDependencies } from './send-dependencies.ts'

/** Recipients: a person, or the leads of an association and the member who booked. */
export type Told = {
  readonly to: readonly Recipient[]
  readonly association?: string
}

export const recipientsOf = async (owned: Owned, { identities, grants }: SendDependencies): Promise<Told> => {
  const { holder, bookedBy } = owned
  const known = await identities.findHolder(holder)
  if (bookedBy === undefined && known?.kind !== 'association') {
    const email = known && reachedAt(known)
    const language = known?.language
    return { to: email === undefined ? [] : [{ email, language }] }
  }
  const theirs = await grants.listHolders(ofAssociation(holder))
  const holders = await identities.findHolders(toldOfAssociation(theirs, owned))
  return { to: reachedByMail([...holders.values()]), association: known?.name ?? '' }
}
