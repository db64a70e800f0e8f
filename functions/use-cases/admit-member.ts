import type { Authorship } from '../../shared/domain/authorship.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { Membership, Public } from '../../shared/domain/public.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { type Actor, atSite } from '../../shared/domain/rights.ts'
import type { MemberAuditEntry } from '../../shared/store/member-store.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorize } from './authorize.ts'
import { hashOf, idOf } from './hash.ts'

export type AdmitMember = {
  readonly by: Actor
  readonly site: SiteId
  readonly email?: string
  readonly holder?: HolderId
  readonly public: Public
  readonly until?: LocalDate
}

type Deps = Pick<Dependencies, 'identities' | 'grants' | 'members' | 'sites' | 'secret' | 'now'>

/** Admitted people may sign in later for the first time, so their address identifies them. */
const findWho = async (command: AdmitMember, { identities, secret }: Deps): Promise<HolderId | undefined> => {
  const { email, holder } = command
  if (holder) return (await identities.findHolder(holder))?.id
  if (email === undefined) return undefined
  const hash = hashOf('email', email)
  return command.public === 'everyone'
    ? identities.findByEmail(hash)
    : identities.findOrAddHolder(hash, email, idOf('holder', secret()) as HolderId)
}

const auditEntryOn = (
  holder: HolderId,
  { site, authorship, ...command }: AdmitMember & { readonly authorship: Authorship },
  { now }: Deps,
): MemberAuditEntry => ({
  ...authorship,
  scope: atSite(site),
  at: now(),
  effect: command.public === 'everyone' ? 'withdrawn' : 'admitted',
  about: holder,
  holder,
})

/** The role counts from the next request on. People without access learn nothing. */
export const admitMember = async (
  command: AdmitMember,
  deps: Deps,
): Promise<Result<Membership, { readonly kind: 'not-found' }>> => {
  const { by, site, until } = command
  const [authorship, lent] = await Promise.all([
    authorize(by, 'admit-members', { site }, deps),
    deps.sites.findSite(site),
  ])
  if (!authorship || !lent) return refuse({ kind: 'not-found' })
  const who = await findWho(command, deps)
  if (command.public === 'everyone') {
    if (who)
      await retryContended(() => deps.members.withdraw(auditEntryOn(who, { ...command, authorship }, deps)))
    return who || command.email ? ok({ public: 'everyone' }) : refuse({ kind: 'not-found' })
  }
  if (!who) return refuse({ kind: 'not-found' })
  const membership = { public: command.public, ...(until !== undefined && { until }) }
  await retryContended(() =>
    deps.members.admit(auditEntryOn(who, { ...command, authorship }, deps), membership),
  )
  return ok(membership)
}
