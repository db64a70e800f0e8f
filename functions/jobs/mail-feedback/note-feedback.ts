import {
  noteUndelivered,
  type UndeliveredDeps,
  type UndeliveredOutcome,
} from '../../use-cases/note-undelivered.ts'
import { undeliveredIn } from './feedback.ts'

/** How many addresses were of somebody who is called, of nobody known, or of somebody reached since. */
export type Noted = Readonly<Record<UndeliveredOutcome, number>>

/** Of one event of the provider of mails, which may come twice. */
export const noteFeedback =
  (deps: UndeliveredDeps) =>
  async (event: unknown): Promise<Noted> => {
    const noted = { told: 0, unknown: 0, reached: 0 }
    for (const undelivered of undeliveredIn(event)) noted[await noteUndelivered(undelivered, deps)]++
    return noted
  }
