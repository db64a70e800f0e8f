import { inPlace } from './counter-refusals.ts'
import { actRefusals } from './staff-acts.ts'

/** Why an arrival cannot be noted, or a booking not cancelled. */
export const findingRefusals = inPlace(actRefusals)
