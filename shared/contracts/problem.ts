import * as z from 'zod'
import type { AnswerRefusal } from '../domain/answer.ts'
import type { AttendanceRefusal, CheckInRefusal } from '../domain/attendance.ts'
import type { MoveRefusal } from '../domain/booking-move.ts'
import type { ClosureRefusal } from '../domain/closure.ts'
import type { DropInRefusal } from '../domain/drop-in.ts'
import type { FeedRefusal } from '../domain/feed.ts'
import type { HookRefusal } from '../domain/hook.ts'
import type { InvitationRefusal } from '../domain/invitation.ts'
import type { KeyRefusal } from '../domain/key-loan.ts'
import type { LendingRefusal } from '../domain/lending.ts'
import type { ConsentRefusal } from '../domain/owner-consent.ts'
import type { ProposalRefusal } from '../domain/proposal.ts'
import type { DatesRefusal, RuleRefusal } from '../domain/recurrence-rule.ts'
import type { TravelRefusal } from '../domain/travel.ts'
import { associationProblems } from './association-problems.ts'
import { bookingProblems } from './booking-problems.ts'
import { feedProblems } from './feed-problems.ts'
import { hookProblems } from './hook-problems.ts'
import type { Problem } from './problem-type.ts'
import { requestProblems } from './request-problems.ts'
import { rightProblems } from './right-problems.ts'
import { seriesProblems } from './series-problems.ts'
import { siteProblems } from './site-problems.ts'
import { FreeRangeView } from './site-views.ts'

type DomainRefusal =
  | MoveRefusal
  | ClosureRefusal
  | RuleRefusal
  | DatesRefusal
  | AnswerRefusal
  | CheckInRefusal
  | AttendanceRefusal
  | DropInRefusal
  | FeedRefusal
  | InvitationRefusal
  | HookRefusal
  | LendingRefusal
  | KeyRefusal
  | ConsentRefusal
  | ProposalRefusal
  | TravelRefusal

/** RFC 9457: each domain refusal has its row, and `detail` says how to go on. */
export const problemFor = {
  ...requestProblems,
  ...bookingProblems,
  ...seriesProblems,
  ...siteProblems,
  ...rightProblems,
  ...hookProblems,
  ...associationProblems,
  ...feedProblems,
} as const satisfies Record<DomainRefusal['kind'], Problem>

export type RefusalKind = keyof typeof problemFor

export const Alternative = FreeRangeView.extend({ space: z.string(), date: z.string() })

/** Facts of a refusal are members of the body. */
export const ProblemView = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(problemFor) as [RefusalKind, ...RefusalKind[]]),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  alternatives: z.array(Alternative).optional(),
})

export type ProblemView = z.infer<typeof ProblemView>
export type Alternative = z.infer<typeof Alternative>
