import { membershipNewsOf } from '../../../shared/domain/public.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import type { Mail } from './mail.ts'
import { membershipMail } from './mails/other-mails.ts'
import { recipientsOf } from './recipients.ts'
import type { SendDependencies } from './send-dependencies.ts'

type Changed = Extract<OutboxEvent, { readonly kind: 'membership-changed' }>

/** Nobody is told of a membership that changed again since. */
export const membershipMailsFor = async (
  { holder, site, membership }: Changed,
  deps: SendDependencies,
): Promise<Mail[]> => {
  const [latest, lent, told] = await Promise.all([
    deps.members.findMembership(holder, site),
    deps.sites.findSite(site),
    recipientsOf({ holder }, deps),
  ])
  if (!lent || membershipNewsOf(membership, latest)) return []
  const details = { membership, site: lent.site, association: told.association }
  return told.to.map((reader) => membershipMail(reader, details, deps.origin))
}
