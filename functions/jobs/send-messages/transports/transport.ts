/** A message as bytes, and the addresses between which it travels. */
type Envelope = { readonly from: string; readonly to: string; readonly raw: Buffer }

/** Resolves when the next server has taken the message; throws as `refusals.ts` says. */
export type Transport = (envelope: Envelope) => Promise<void>
