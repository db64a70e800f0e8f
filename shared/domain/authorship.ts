import type { HolderId } from './ids.ts'
import type { Action, Allowance } from './rights.ts'

/** `system`: time or a rule; `operator`: a command of those who run the service. */
export type Authorship = Allowance & {
  readonly by: HolderId | 'system' | 'operator'
  readonly action: Action
}

/** As staff who only answer the telephone. */
export const isByPhone = ({ as }: Authorship): boolean => as?.role === 'phone'

export const isAsStaff = ({ as }: Authorship): boolean => as !== undefined && as.scope.kind !== 'association'

/** By a tool with a key, not by a person. */
export const isByKey = ({ as }: Authorship): boolean => as?.role === 'reader' || as?.role === 'writer'
