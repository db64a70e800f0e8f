import { bookingRefusals } from './booking-refusals.ts'
import { changeRefusals } from './change-refusals.ts'
import type { Refusals } from './refusals.ts'

/** Why a booking cannot go to another time. */
export const movingRefusals = { ...bookingRefusals, ...changeRefusals } as const satisfies Refusals
