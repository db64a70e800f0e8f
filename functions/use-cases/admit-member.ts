import type { Authorship } from '../../shared/domain/authorship.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { hasEndedBefore, type Membership, type Public } from '../../shared/domain/public.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { type Actor, atSite } from '../../shared/domain/rights.ts'
import type { MemberAuditEntry, NewPerson } from '../../shared/store/admission-store.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorize } from './authorize.ts'
import { hashOf, idOf } from './hash.ts'

type PersonNamed = { readonly name: string; readonly phone: string }

export type AdmitMember = {
  readonly by: Actor
  readonly site: SiteId
  readonly email?: string
  readonly holder?: HolderId
  readonly person?: PersonNamed
  readonly public: Public
  readonly until?: LocalDate
}

type Deps = Pick<Dependencies, 'identities' | 'grants' | 'admissions' | 'sites' | 'secret' | 'now'>

/** `person` is new, and written with what makes them a member. */
type Admitted = { readonly holder: HolderId; readonly person?: NewPerson }

const newHolderId = ({ secret }: Pick<Deps, 'secret'>) => idOf('holder', secret()) as HolderId

/** Who has the same name and phone is the same person, however often they are named. */
const findPerson = async (
  { site, person, ...command }: AdmitMember & { readonly person: PersonNamed },
  deps: Deps,
): Promise<Admitted | undefined> => {
  const { people, latest } = await deps.admissions.listKnownAndLatest(site, person.phone)
  const same = people.find(({ name }) => name === person.name)
  if (same) return { holder: same.id }
  if (command.public === 'everyone') return undefined
  const id = newHolderId(deps)
  return { holder: id, person: { holder: { id, ...person }, latest } }
}

/** Admitted people may sign in later for the first time, so their address identifies them. */
const findWho = async (command: AdmitMember, deps: Deps): Promise<Admitted | undefined> => {
  const { email, holder, person } = command
  if (person) return findPerson({ ...command, person }, deps)
  if (holder) return (await deps.identities.findHolder(holder)) && { holder }
  if (email === undefined) return undefined
  const hash = hashOf('email', email)
  const found =
    command.public === 'everyone'
      ? await deps.identities.findByEmail(hash)
      : await deps.identities.findOrAddHolder(hash, email, newHolderId(deps))
  return found && { holder: found }
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

type AdmissionRefusal = { readonly kind: 'not-found' | 'past' }

const attempt = async (command: AdmitMember, deps: Deps): Promise<Result<Membership, AdmissionRefusal>> => {
  const { by, site, until } = command
  const [authorship, lent] = await Promise.all([
    authorize(by, 'admit-members', { site }, deps),
    deps.sites.findSite(site),
  ])
  if (!authorship || !lent) return refuse({ kind: 'not-found' })
  const { date } = localTimeAt(deps.now(), lent.site.timeZone)
  if (hasEndedBefore(date, command)) return refuse({ kind: 'past' })
  const who = await findWho(command, deps)
  const auditEntry = who && auditEntryOn(who.holder, { ...command, authorship }, deps)
  if (command.public === 'everyone') {
    if (auditEntry) await deps.admissions.withdraw(auditEntry, { date })
    return who || !command.holder ? ok({ public: 'everyone' }) : refuse({ kind: 'not-found' })
  }
  if (!auditEntry) return refuse({ kind: 'not-found' })
  const membership = { public: command.public, ...(until !== undefined && { until }) }
  const conflict = await deps.admissions.admit(auditEntry, membership, { date, person: who.person })
  if (conflict) throw new ContentionError(conflict)
  return ok(membership)
}

/** The role counts from the next request on, and its holder is told. People without access learn nothing. */
export const admitMember = (command: AdmitMember, deps: Deps) => retryContended(() => attempt(command, deps))
