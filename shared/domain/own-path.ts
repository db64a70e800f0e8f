const OWN = 'https://own.invalid'

/** Addresses of other sites have none. */
export const ownPath = (text: string | null | undefined): string | undefined => {
  if (!text?.startsWith('/') || !URL.canParse(text, OWN)) return undefined
  const { origin, pathname, search } = new URL(text, OWN)
  return origin === OWN && !pathname.startsWith('//') ? pathname + search : undefined
}
