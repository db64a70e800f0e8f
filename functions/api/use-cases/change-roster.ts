import {
  decideDeparture,
  decideRole,
  type Roster,
  type RosterEntry,
  type RosterRefusal,
} from '../../../shared/domain/association.ts'
import type { HolderId } from '../../../shared/domain/booking.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { Action, Actor, AssociationRole } from '../../../shared/domain/rights.ts'
import { ContentionError } from '../../../shared/store/contention.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import type { Dependencies } from '../../dependencies.ts'
import { findAssociation } from './read-association.ts'

type RosterDeps = Pick<Dependencies, 'associations' | 'grants' | 'sites'>
type Command = { readonly id: HolderId; readonly by: Actor }
type Decision = (roster: Roster) => Result<readonly RosterEntry[], RosterRefusal>

/** Decides on who belongs as it is, again when somebody else changes it meanwhile. */
const changeRoster = (
  finding: Command & { readonly action: Action },
  decide: Decision,
  deps: RosterDeps,
): Promise<Result<undefined, RosterRefusal>> =>
  retryContended(async () => {
    const association = await findAssociation(finding, deps)
    if (!association) return refuse({ kind: 'not-found' })
    const roster = await deps.associations.readRoster(association)
    const decision = decide(roster)
    if (!decision.ok) return decision
    const conflict = await deps.associations.changeRoster(roster, decision.value)
    if (conflict) throw new ContentionError(conflict)
    return ok(undefined)
  })

/** Makes a member a lead, or a lead a member: by a lead. */
export const changeRole = (
  { holder, role, ...command }: Command & { readonly holder: HolderId; readonly role: AssociationRole },
  deps: RosterDeps,
): Promise<Result<undefined, RosterRefusal>> =>
  changeRoster({ ...command, action: 'lead-association' }, (roster) => decideRole(roster, { holder, role }), deps)

/** Withdraws somebody, by a lead: from their next request on they see nothing of the association. */
export const withdrawMember = (
  { holder, ...command }: Command & { readonly holder: HolderId },
  deps: RosterDeps,
): Promise<Result<undefined, RosterRefusal>> =>
  changeRoster({ ...command, action: 'lead-association' }, (roster) => decideDeparture(roster, holder), deps)

/** Leaves an association. */
export const leaveAssociation = (command: Command, deps: RosterDeps): Promise<Result<undefined, RosterRefusal>> =>
  changeRoster({ ...command, action: 'read-association' }, (roster) => decideDeparture(roster, command.by.id), deps)
