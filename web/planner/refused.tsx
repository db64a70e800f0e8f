import { Refusal } from '../kit/notice/refusal.tsx'
import type { Sending } from '../kit/use-send.ts'
import { cycleRefusals } from './words/fr/planning-cycle.ts'

export const Refused = ({ sending: { problem, again } }: { sending: Pick<Sending, 'problem' | 'again'> }) =>
  problem ? <Refusal refusals={cycleRefusals} problem={problem} again={again} /> : null
