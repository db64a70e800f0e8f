import type { HolderId } from '../../../shared/domain/ids.ts'
import { seatIn } from '../../../shared/domain/workshop.ts'
import { isNewToPeople } from '../../../shared/domain/workshop-edit.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import { reachedByMail } from '../../../shared/store/reach.ts'
import type { SendDependencies } from './send-dependencies.ts'
import type { Message } from './words/fr/messages.ts'
import { messagesIn } from './words/messages-in.ts'

type Changed = Extract<OutboxEvent, { readonly kind: 'workshop-changed' }>

/** To people with a seat, who leads the workshop now and who led it before. */
export const workshopMessagesFor = async (
  { workshop, before }: Changed,
  deps: SendDependencies,
): Promise<Message[]> => {
  const { id, site, date, mediator } = workshop
  const [[latest], lent, bookings] = await Promise.all([
    deps.workshops.findWorkshops([id]),
    deps.sites.findSite(site),
    deps.bookings.listSiteBookings(site, date, date),
  ])
  // A later change of the same kind tells of itself.
  const isPast = latest?.status !== 'planned' || isNewToPeople(workshop, latest)
  if (!lent || isPast) return []
  const seated = bookings.filter((booking) => seatIn(booking) === id).map(({ holder }) => holder)
  const leading: HolderId[] = before.mediator === mediator ? [] : [before.mediator, mediator]
  const holders = await deps.identities.findHolders([...new Set([...seated, ...leading])])
  return reachedByMail([...holders.values()]).map((reader) => {
    const { workshopChangedMessage, pages } = messagesIn(reader, deps.origin)
    return workshopChangedMessage(reader.email, { workshop, before, site: lent.site }, pages)
  })
}
