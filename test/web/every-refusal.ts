import { associationRefusals } from '../../web/association/words/fr/association-refusals.ts'
import { attendanceRefusals } from '../../web/attendance/words/fr/attendance-refusals.ts'
import { acceptingRefusals } from '../../web/availability/words/fr/conditions-refusals.ts'
import { answerRefusals } from '../../web/booking/words/fr/answer-refusals.ts'
import { changeRefusals } from '../../web/booking/words/fr/change-refusals.ts'
import { feedRefusals } from '../../web/calendars/words/fr/feeds.ts'
import { callRefusals } from '../../web/counter/words/fr/calls.ts'
import { keyRefusals } from '../../web/doors/words/fr/keys.ts'
import type { WebRefusalKind } from '../../web/kit/api-client.ts'
import { broken, commonRefusals, type Refusal } from '../../web/kit/words/fr/refusals.ts'
import { lendingRefusals } from '../../web/lending/words/fr/lending-refusals.ts'
import { preferenceRefusals } from '../../web/people/words/fr/preferences.ts'
import { staffSignInRefusals } from '../../web/people/words/fr/staff-sign-in.ts'
import { cycleRefusals } from '../../web/planner/words/fr/planning-cycle.ts'
import { ownRefusals } from '../../web/privacy/words/fr/own-refusals.ts'
import { proposalRefusals } from '../../web/proposals/words/fr/proposing.ts'
import { staffRefusals } from '../../web/rights/words/fr/staff-refusals.ts'
import { seriesRefusals } from '../../web/series/words/fr/series-refusals.ts'
import { hookRefusals } from '../../web/tools/words/fr/hook-refusals.ts'
import { toolRefusals } from '../../web/tools/words/fr/tool-refusals.ts'
import { waitRefusals } from '../../web/waitlist/words/fr/wait-refusals.ts'
import { editRefusals } from '../../web/workshop/words/fr/edit.ts'
import { seatRefusals } from '../../web/workshop/words/fr/seat-refusals.ts'

/** All sentences together, more than any page loads: each refusal of the API must have one. */
export const everyRefusal = {
  ...attendanceRefusals,
  ...editRefusals,
  ...changeRefusals,
  ...callRefusals,
  ...commonRefusals,
  ...acceptingRefusals,
  ...seriesRefusals,
  ...cycleRefusals,
  ...answerRefusals,
  ...seatRefusals,
  ...waitRefusals,
  ...ownRefusals,
  ...staffRefusals,
  ...associationRefusals,
  ...preferenceRefusals,
  ...staffSignInRefusals,
  ...proposalRefusals,
  ...lendingRefusals,
  ...keyRefusals,
  ...feedRefusals,
  ...hookRefusals,
  ...toolRefusals,
  'api-key-invalid': broken,
  'mixed-credentials': broken,
  'not-for-keys': broken,
  'person-missing': broken,
  'too-many-guesses': broken,
  'too-many-keyed-requests': broken,
  'key-missing': broken,
  'key-reused': broken,
  malformed: broken,
  'unsupported-media-type': broken,
  'too-large': broken,
  'foreign-origin': broken,
  'method-not-allowed': broken,
  'month-not-over': broken,
  'rule-malformed': broken,
  'rule-unsupported': broken,
} as const satisfies Record<WebRefusalKind, Refusal>
