import type { Booking } from '../../../../shared/domain/booking.ts'
import type { Holder } from '../../../../shared/domain/holder.ts'
import type { HolderId } from '../../../../shared/domain/ids.ts'
import { ofAssociation } from '../../../../shared/domain/rights.ts'
import { reachedByMail, toldOfAssociation } from '../../../../shared/store/reach.ts'
import type { Recipient } from '../mail.ts'
import type { SendDependencies } from '../send-dependencies.ts'

type Reminded = {
  readonly to: readonly (Recipient & { readonly id: HolderId })[]
  readonly association?: string | undefined
}

const wantsReminders = ({ noReminders }: Holder): boolean => !noReminders

/** Who comes: the person who booked for an association or, if no message reaches them, its leads. */
export const remindedOf = async (
  { holder, bookedBy }: Booking,
  { identities, grants }: Pick<SendDependencies, 'identities' | 'grants'>,
): Promise<Reminded> => {
  const known = await identities.findHolder(holder)
  if (!known) return { to: [] }
  if (bookedBy === undefined && known.kind !== 'association')
    return { to: reachedByMail([known]).filter(wantsReminders) }
  const belonging = await grants.listHolders(ofAssociation(holder))
  const told = toldOfAssociation(belonging, { holder, ...(bookedBy && { bookedBy }) })
  const reached = reachedByMail([...(await identities.findHolders(told)).values()])
  const booker = reached.filter(({ id }) => id === bookedBy)
  return {
    to: (booker.length > 0 ? booker : reached).filter(wantsReminders),
    association: known.name ?? '',
  }
}
