import type { Proposal } from '../../../shared/domain/proposal.ts'
import { atSite, POLICY, type Role, type Scope } from '../../../shared/domain/rights.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import { hashOf } from '../../http/hash.ts'
import { type Message, proposalMessage, proposedMessage } from './messages.ts'
import type { SendDependencies } from './send-message.ts'

const IN_CHARGE: readonly Role[] = POLICY['lend-spaces'].staff
const DAY_MS = 86_400_000

/** From the site itself to the whole network. */
const scopesOf = ({ id, parent, departement }: Site): Scope[] => [
  atSite(id),
  ...(parent ? [atSite(parent)] : []),
  { kind: 'departement', departement },
  { kind: 'network' },
]

/** The addresses of those in charge of a site who are nearest to it. */
const inChargeOf = async (site: Site, { grants, identities }: SendDependencies): Promise<string[]> => {
  for (const scope of scopesOf(site)) {
    const theirs = (await grants.listHolders(scope)).filter(({ role }) => IN_CHARGE.includes(role))
    const holders = await identities.findHolders([...new Set(theirs.map(({ holder }) => holder))])
    const told = [...holders.values()].flatMap(({ email, disabledAt }) =>
      email === undefined || disabledAt !== undefined ? [] : [email],
    )
    if (told.length > 0) return told
  }
  return []
}

/** To those in charge of a site, unless it was answered or withdrawn meanwhile. */
const proposedMessagesFor = async ({ id, site }: Proposal, deps: SendDependencies): Promise<Message[]> => {
  const [lent, latest] = await Promise.all([deps.sites.findSite(site), deps.proposals.findProposal(site, id)])
  if (!lent || latest?.proposal.status !== 'asked') return []
  const told = await inChargeOf(lent.site, deps)
  return told.map((email) => proposedMessage(email, lent.site, deps.origin))
}

/** Whoever proposes, withdraws and proposes again, anywhere, brings about one message a day to each of those in charge. */
export const proposedMark = ({ holder, createdAt }: Proposal, { to }: Message): string =>
  `PROPOSED#${hashOf('proposed', holder, String(Math.floor(createdAt / DAY_MS)), to)}`

/** To who proposed a use, once it is answered. */
const answeredMessagesFor = async (proposal: Proposal, deps: SendDependencies): Promise<Message[]> => {
  const [lent, holder] = await Promise.all([
    deps.sites.findSite(proposal.site),
    deps.identities.findHolder(proposal.holder),
  ])
  return lent && holder?.email ? [proposalMessage(holder.email, { proposal, site: lent.site }, deps.origin)] : []
}

export const proposalMessagesFor = (
  { kind, proposal }: Extract<OutboxEvent, { readonly proposal: Proposal }>,
  deps: SendDependencies,
): Promise<Message[]> =>
  kind === 'proposal-made' ? proposedMessagesFor(proposal, deps) : answeredMessagesFor(proposal, deps)
