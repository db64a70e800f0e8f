import type { WebRefusalKind } from '../../api-client.ts'
import { answerRefusals } from './answer-refusals.ts'
<<<<<<< HEAD
import { associationRefusals } from './association-refusals.ts'
import { acceptingRefusals } from './conditions-refusals.ts'
=======
import { lendingRefusals } from './lending-refusals.ts'
<<<<<<< HEAD
>>>>>>> c3102e9 (Lend a space, change how it is lent, and stop, with what becomes of what is booked)
=======
import { proposalRefusals } from './proposing.ts'
>>>>>>> 12ccf16 (Lend a space on a phone: choose a model, answer few questions, see the week, say what becomes of bookings)
import { broken, commonRefusals, type Refusal } from './refusals.ts'
import { seatRefusals } from './seat-refusals.ts'
import { seriesRefusals } from './series-refusals.ts'
import { signInRefusals } from './sign-in-refusals.ts'
import { staffRefusals } from './staff-refusals.ts'
import { waitRefusals } from './wait-refusals.ts'

/** Too much for one page: none of the API's refusals is without its sentence. */
export const everyRefusal = {
  ...commonRefusals,
  ...acceptingRefusals,
  ...seriesRefusals,
  ...answerRefusals,
  ...seatRefusals,
  ...waitRefusals,
  ...signInRefusals,
  ...staffRefusals,
<<<<<<< HEAD
<<<<<<< HEAD
  ...associationRefusals,
=======
=======
  ...proposalRefusals,
>>>>>>> 12ccf16 (Lend a space on a phone: choose a model, answer few questions, see the week, say what becomes of bookings)
  ...lendingRefusals,
>>>>>>> c3102e9 (Lend a space, change how it is lent, and stop, with what becomes of what is booked)
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
