/** For messages that all arrive. */
export const NOBODY_IS_CALLED = {
  calls: { findCalls: async () => [] },
  sessions: { listOpen: async () => [] },
  undelivered: { markUnreachable: async () => true, openCall: async () => {} },
}
