const OWN = 'https://own.invalid'

/** The path and query of an address of this site; undefined for any other address, however it is written. */
export const ownPath = (text: string | null | undefined): string | undefined => {
  if (!text?.startsWith('/') || !URL.canParse(text, OWN)) return undefined
  const { origin, pathname, search } = new URL(text, OWN)
  return origin === OWN && !pathname.startsWith('//') ? pathname + search : undefined
}
