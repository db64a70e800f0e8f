import type { WebProblem } from '../kit/api-client.ts'
import { Refusal } from '../kit/notice/refusal.tsx'
import { actRefusals, acts } from './words/fr/staff-acts.ts'

type ActRefusalProps = { readonly problem: WebProblem; readonly again: (() => void) | undefined }

/** Tells that nothing was done, why, and where the current state is. */
export const ActRefusal = ({ problem, again }: ActRefusalProps) => (
  <Refusal
    refusals={actRefusals}
    problem={problem}
    again={again}
    remedies={{ choose: [location.pathname + location.search, acts.see] }}
  />
)
