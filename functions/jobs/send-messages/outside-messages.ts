import type { OutsideEvent } from '../../../shared/store/outside-event.ts'
import { UndeliverableError } from '../../invocation/each-record.ts'
import { nearestInCharge } from '../../use-cases/nearest-in-charge.ts'
import type { Mail } from './mail.ts'
import { outsideUnreadMail } from './mails/staff-mails.ts'
import type { SendDependencies } from './send-dependencies.ts'

/** Nobody is told of a space that is lent no more. */
export const outsideMailsFor = async (
  { calendar }: OutsideEvent,
  deps: SendDependencies,
): Promise<Mail[]> => {
  const lent = await deps.sites.findSite(calendar.site)
  const space = lent?.spaces.find(({ id }) => id === calendar.space)
  if (!lent || !space) return []
  const inCharge = await nearestInCharge(lent.site, deps)
  if (!inCharge) throw new UndeliverableError('nobody is in charge of the site whose calendar is not read')
  const told = { site: lent.site, space, ...inCharge }
  return inCharge.emails.map((email) => outsideUnreadMail(email, told, deps.origin))
}
