import { membershipNewsOf } from '../../../shared/domain/public.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import { recipientsOf } from './recipients.ts'
import type { SendDependencies } from './send-dependencies.ts'
import type { Message } from './words/fr/messages.ts'
import { messagesIn } from './words/messages-in.ts'

type Changed = Extract<OutboxEvent, { readonly kind: 'membership-changed' }>

/** Nobody is told of a membership that changed again since. */
export const membershipMessagesFor = async (
  { holder, site, membership }: Changed,
  deps: SendDependencies,
): Promise<Message[]> => {
  const [latest, lent, told] = await Promise.all([
    deps.members.findMembership(holder, site),
    deps.sites.findSite(site),
    recipientsOf({ holder }, deps),
  ])
  if (!lent || membershipNewsOf(membership, latest)) return []
  const details = { membership, site: lent.site, association: told.association }
  return told.to.map((reader) => {
    const { membershipMessage, pages } = messagesIn(reader, deps.origin)
    return membershipMessage(reader.email, details, pages)
  })
}
