import { asksOwner } from '../../../shared/domain/owner-consent.ts'
import type { Site } from '../../../shared/domain/site.ts'
import { reachedByMail } from '../../../shared/store/reach.ts'
import type { SpaceEvent } from '../../../shared/store/space-event.ts'
import { UndeliverableError } from '../../invocation/each-record.ts'
import { nearestInCharge, scopesOf } from '../../use-cases/nearest-in-charge.ts'
import type { Mail } from './mail.ts'
import { consentAskedMail, consentMail } from './mails/staff-mails.ts'
import type { SendDependencies } from './send-dependencies.ts'

/** Those who have the role at the site, or at the office that it is attached to. */
const ownersOf = async (site: Site, { grants, identities }: SendDependencies): Promise<string[]> => {
  const scopes = scopesOf(site).filter(([charge]) => charge === 'site' || charge === 'office')
  const held = await Promise.all(scopes.map(([, scope]) => grants.listHolders(scope)))
  const owners = held.flat().filter(({ role }) => role === 'owner')
  const holders = await identities.findHolders([...new Set(owners.map(({ holder }) => holder))])
  return reachedByMail([...holders.values()]).map(({ email }) => email)
}

/** The owner of the premises is asked, and who is in charge of the site learns the answer, unless it is out of date. */
export const consentMailsFor = async (
  { kind, site: id, space }: SpaceEvent,
  deps: SendDependencies,
): Promise<Mail[]> => {
  const lent = await deps.sites.findSite(id)
  const now = lent?.spaces.find((each) => each.id === space.id)
  if (!lent || !now || now.consent?.at !== space.consent?.at) return []
  const told = { site: lent.site, space: now }
  if (kind === 'consent-changed') {
    const inCharge = await nearestInCharge(lent.site, deps)
    if (!inCharge) throw new UndeliverableError('nobody is in charge of the site whose owner answered')
    return inCharge.emails.map((email) => consentMail(email, { ...told, ...inCharge }, deps.origin))
  }
  if (!asksOwner(lent.premises)) return []
  return (await ownersOf(lent.site, deps)).map((email) => consentAskedMail(email, told, deps.origin))
}
