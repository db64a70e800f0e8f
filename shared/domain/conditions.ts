import type { HolderId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'

/** People accept each version once; a site without `rules` asks nothing. */
export type Conditions = {
  readonly version: number
  readonly rules?: string
  readonly needsInsurance: boolean
}

/** `insuredUntil`: last day of the insurance certificate. */
export type Acceptance = {
  readonly version: number
  readonly by: HolderId
  readonly acceptedAt: Instant
  readonly insuredUntil?: LocalDate
}

export type ConditionsRefusal =
  | { readonly kind: 'conditions-missing'; readonly version: number }
  | { readonly kind: 'insurance-missing'; readonly insuredUntil?: LocalDate | undefined }

export type ConditionsStatus = {
  readonly conditions?: Conditions | undefined
  readonly acceptance?: Acceptance | undefined
}

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

export const revisedConditions = (
  before: Conditions | undefined,
  { rules, needsInsurance }: Omit<Conditions, 'version'>,
): Conditions => {
  if (before && before.rules === rules && before.needsInsurance === needsInsurance) return before
  return { version: (before?.version ?? 0) + 1, ...(rules !== undefined && { rules }), needsInsurance }
}
