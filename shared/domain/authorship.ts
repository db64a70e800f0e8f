import type { HolderId } from './ids.ts'
import type { Action, Allowance } from './rights.ts'

/**
 * Who does something, as which action of the policy, and in which role. `system`: nobody, time or a rule did it;
 * `operator`: whoever runs the service, by a command.
 */
export type Authorship = Allowance & {
  readonly by: HolderId | 'system' | 'operator'
  readonly action: Action
}

export const isAsStaff = ({ as }: Authorship): boolean => as !== undefined && as.scope.kind !== 'association'
