import {
  decideDeparture,
  decideRole,
  type Roster,
  type RosterEntry,
  type RosterRefusal,
} from '../../shared/domain/association.ts'
import type { AuditEntry } from '../../shared/domain/audit-entry.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { type Action, type Actor, type AssociationRole, ofAssociation } from '../../shared/domain/rights.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { findAssociation } from './read-association.ts'

type RosterDeps = Pick<Dependencies, 'associations' | 'grants' | 'sites' | 'now'>
type Command = { readonly id: HolderId; readonly by: Actor }
type Decision = (roster: Roster) => Result<readonly RosterEntry[], RosterRefusal>

type Changing = Command & { readonly action: Action; readonly holder: HolderId } & Pick<AuditEntry, 'effect'>

const roleOf = (entries: readonly RosterEntry[], holder: HolderId) =>
  entries.find((entry) => entry.holder === holder)?.role

/** Decides on the current roster, again after a concurrent change. */
const changeRoster = (
  { holder, effect, ...finding }: Changing,
  decide: Decision,
  deps: RosterDeps,
): Promise<Result<undefined, RosterRefusal>> =>
  retryContended(async () => {
    const found = await findAssociation(finding, deps)
    if (!found) return refuse({ kind: 'not-found' })
    const roster = await deps.associations.readRoster(found.association)
    const decision = decide(roster)
    if (!decision.ok) return decision
    const role = roleOf(decision.value, holder) ?? roleOf(roster.entries, holder)
    if (role && role === roleOf(roster.entries, holder) && effect === 'appointed') return ok(undefined)
    const scope = ofAssociation(finding.id)
    const told = { scope, at: deps.now(), effect, about: holder, holder, ...(role && { role }) }
    const conflict = await deps.associations.changeRoster(roster, decision.value, {
      ...found.authorship,
      ...told,
    })
    if (conflict) throw new ContentionError(conflict)
    return ok(undefined)
  })

export const changeRole = (
  { role, ...command }: Command & { readonly holder: HolderId; readonly role: AssociationRole },
  deps: RosterDeps,
): Promise<Result<undefined, RosterRefusal>> =>
  changeRoster(
    { ...command, action: 'lead-association', effect: 'appointed' },
    (roster) => decideRole(roster, { holder: command.holder, role }),
    deps,
  )

/** From the next request on, the withdrawn member sees nothing of the association. */
export const withdrawMember = (
  command: Command & { readonly holder: HolderId },
  deps: RosterDeps,
): Promise<Result<undefined, RosterRefusal>> =>
  changeRoster(
    {
      ...command,
      action: 'lead-association',
      effect: command.holder === command.by.id ? 'resigned' : 'revoked',
    },
    (roster) => decideDeparture(roster, command.holder),
    deps,
  )

export const leaveAssociation = (
  command: Command,
  deps: RosterDeps,
): Promise<Result<undefined, RosterRefusal>> =>
  changeRoster(
    { ...command, holder: command.by.id, action: 'read-association', effect: 'resigned' },
    (roster) => decideDeparture(roster, command.by.id),
    deps,
  )

export const renameAssociation = async (
  { name, ...command }: Command & { readonly name: string },
  deps: RosterDeps,
): Promise<Result<undefined, RosterRefusal>> => {
  const { id } = command
  const found = await findAssociation({ ...command, action: 'lead-association' }, deps)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.association.name === name) return ok(undefined)
  const told = { scope: ofAssociation(id), at: deps.now(), effect: 'renamed' } as const
  const auditEntry = { ...found.authorship, ...told, about: id, holder: id }
  const conflict = await retryContended(() => deps.associations.rename(id, name, auditEntry))
  return conflict ? refuse({ kind: 'not-found' }) : ok(undefined)
}
