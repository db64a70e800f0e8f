import type { LocalDate } from './local-date.ts'

/** `until` is the last day of the agreement (in French, convention). */
type Agreement = { readonly name: string; readonly until?: LocalDate }

/** Whose the premises of a site are, who runs the place, and under which agreement; names of organisations. */
export type Premises = {
  readonly version: number
  readonly owner?: string
  readonly operator?: string
  readonly agreement?: Agreement
}

export type PremisesText = Omit<Premises, 'version'>

const isSame = (one: PremisesText, other: PremisesText): boolean =>
  one.owner === other.owner &&
  one.operator === other.operator &&
  one.agreement?.name === other.agreement?.name &&
  one.agreement?.until === other.agreement?.until

/** Saying the same again makes no new version. */
export const revisedPremises = (before: Premises | undefined, text: PremisesText): Premises =>
  before && isSame(before, text) ? before : { ...text, version: (before?.version ?? 0) + 1 }
