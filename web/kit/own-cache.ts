/** The cache with the answers about a person, which a sign-out empties. */
export const OWN_ANSWERS = 'own-answers'

/** The header of an answer from the cache: when it came, as an instant of RFC 3339. */
export const KEPT_AT = 'x-kept-at'

/** Without a secure context there is no cache at all. */
export const forgetOwnAnswers = async (): Promise<void> => {
  await globalThis.caches?.delete(OWN_ANSWERS).catch(() => false)
}
