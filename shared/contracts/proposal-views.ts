import * as z from 'zod'
import { CHARGES } from '../domain/charge.ts'
import type { ProposalId } from '../domain/ids.ts'
import { PROPOSAL_STATUSES } from '../domain/proposal.ts'
import { id, LineText, ProseText, SiteIdText } from './values.ts'

export const ProposalParam = z.strictObject({
  site: SiteIdText,
  id: id<ProposalId>('expected the identifier of a proposal'),
})

export const NewProposal = z.strictObject({
  idea: ProseText(600),
  audience: LineText(120),
  times: LineText(120),
})

/** The nearest in charge answers proposals. */
export const InChargeView = z.object({ inCharge: z.enum([...CHARGES, 'nobody']) })

export const ProposalAnswer = z.strictObject({ accepted: z.boolean(), note: ProseText(500) })

export const ProposalView = z.object({
  id: z.string(),
  idea: z.string(),
  audience: z.string(),
  times: z.string(),
  status: z.enum(PROPOSAL_STATUSES),
  note: z.string().optional(),
  date: z.string().meta({ description: 'When it was made, on the calendar of the site' }),
  name: z.string().meta({ description: 'Who proposes it' }),
})

export const ProposalList = z.object({ proposals: z.array(ProposalView) })

export const OwnProposalView = ProposalView.omit({ name: true }).extend({
  site: z.object({ id: z.string(), name: z.string() }),
})

export const OwnProposalList = z.object({ proposals: z.array(OwnProposalView) })

export type InChargeView = z.infer<typeof InChargeView>
export type OwnProposalView = z.infer<typeof OwnProposalView>
export type OwnProposalList = z.infer<typeof OwnProposalList>
export type ProposalView = z.infer<typeof ProposalView>
export type ProposalList = z.infer<typeof ProposalList>
