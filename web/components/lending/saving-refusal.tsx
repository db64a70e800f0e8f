import type { WebProblem } from '../../api-client.ts'
import type { Refusals } from '../../messages/fr/refusals.ts'
import { Refusal } from '../notice/refusal.tsx'

type SavingRefusalProps = { readonly problem: WebProblem; readonly refusals: Refusals }

/** Why what was filled in is not saved; what somebody else has changed meanwhile has to be seen first. */
export const SavingRefusal = ({ problem, refusals }: SavingRefusalProps) => (
  <Refusal
    problem={problem}
    refusals={refusals}
    again={problem.code === 'changed' ? () => location.reload() : undefined}
  />
)
