import type { WebProblem } from '../kit/api-client.ts'
import { Refusal } from '../kit/notice/refusal.tsx'
import type { Refusals } from '../kit/words/fr/refusals.ts'

type SavingRefusalProps = { readonly problem: WebProblem; readonly refusals: Refusals }

/** Why a form was not saved; a change by somebody else has to be seen first. */
export const SavingRefusal = ({ problem, refusals }: SavingRefusalProps) => (
  <Refusal
    problem={problem}
    refusals={refusals}
    again={problem.code === 'changed' ? () => location.reload() : undefined}
  />
)
