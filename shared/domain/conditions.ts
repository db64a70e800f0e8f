import type { HolderId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'

/** What a site asks to be accepted, once for each version, by whoever books there. `rules` absent: nothing, any more. */
export type Conditions = {
  readonly version: number
  readonly rules?: string
  readonly needsInsurance: boolean
}

/** What a person or an association has accepted; `insuredUntil` is the last day of their insurance certificate. */
export type Acceptance = {
  readonly version: number
  readonly by: HolderId
  readonly acceptedAt: Instant
  readonly insuredUntil?: LocalDate
}

export type ConditionsRefusal =
  | { readonly kind: 'conditions-missing'; readonly version: number }
  | { readonly kind: 'insurance-missing'; readonly insuredUntil?: LocalDate | undefined }

/** What a site asks, and what was accepted of it. */
export type ConditionsStatus = {
  readonly conditions?: Conditions | undefined
  readonly acceptance?: Acceptance | undefined
}

/** Whether a date can be booked where conditions are asked: they hold for a date, the insurance up to its last day. */
export const refusalOfConditions = (
  { conditions, acceptance }: ConditionsStatus,
  date: LocalDate,
): ConditionsRefusal | undefined => {
  if (conditions?.rules === undefined) return undefined
  const { version, needsInsurance } = conditions
  if (acceptance?.version !== version) return { kind: 'conditions-missing', version }
  const { insuredUntil } = acceptance
  if (!needsInsurance || (insuredUntil !== undefined && date <= insuredUntil)) return undefined
  return { kind: 'insurance-missing', ...(insuredUntil && { insuredUntil }) }
}

/** What a manager asks from now on: another version where anything changes. */
export const revisedConditions = (
  before: Conditions | undefined,
  { rules, needsInsurance }: Omit<Conditions, 'version'>,
): Conditions => {
  if (before && before.rules === rules && before.needsInsurance === needsInsurance) return before
  return { version: (before?.version ?? 0) + 1, ...(rules !== undefined && { rules }), needsInsurance }
}
