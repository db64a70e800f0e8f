import type { WebRefusalKind } from '../../api-client.ts'
import { answerRefusals } from './answer-refusals.ts'
import { associationRefusals } from './association-refusals.ts'
import { callRefusals } from './calls.ts'
import { acceptingRefusals } from './conditions-refusals.ts'
import { lendingRefusals } from './lending-refusals.ts'
import { ownRefusals } from './own-refusals.ts'
import { proposalRefusals } from './proposing.ts'
import { broken, commonRefusals, type Refusal } from './refusals.ts'
import { seatRefusals } from './seat-refusals.ts'
import { seriesRefusals } from './series-refusals.ts'
import { staffRefusals } from './staff-refusals.ts'
import { staffSignInRefusals } from './staff-sign-in.ts'
import { waitRefusals } from './wait-refusals.ts'

/** Too much for one page: none of the API's refusals is without its sentence. */
export const everyRefusal = {
  ...callRefusals,
  ...commonRefusals,
  ...acceptingRefusals,
  ...seriesRefusals,
  ...answerRefusals,
  ...seatRefusals,
  ...waitRefusals,
  ...ownRefusals,
  ...staffRefusals,
  ...associationRefusals,
  ...staffSignInRefusals,
  ...proposalRefusals,
  ...lendingRefusals,
  'key-missing': broken,
  'key-reused': broken,
  malformed: broken,
  'unsupported-media-type': broken,
  'too-large': broken,
  'foreign-origin': broken,
  'method-not-allowed': broken,
  'rule-malformed': broken,
  'rule-unsupported': broken,
} as const satisfies Record<WebRefusalKind, Refusal>
