import type { WebProblem } from '../api-client.ts'
import { broken, commonRefusals, type Refusal, type Refusals } from '../words/fr/refusals.ts'

/** The words of a refusal, also for a kind that a newer server may send; `own` are those of the call that was made. */
export const refusalOf = ({ code }: WebProblem, own: Refusals = {}): Refusal =>
  own[code] ?? (commonRefusals as Refusals)[code] ?? broken
