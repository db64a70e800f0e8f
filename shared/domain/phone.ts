const SEPARATORS = /[\s()./·\-‐-―−]/g
/** A zero in brackets is dialled inside the country only. */
const INNER_ZERO = /(?<=^\W*(\+|00).*)\(0\)/

/** Réunion, Mayotte, Saint-Pierre-et-Miquelon and the Antilles-Guyane are dialled like the mainland. */
const bareNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(INNER_ZERO, '')
    .replace(SEPARATORS, '')
    .replace(/^00/, '+')
    .replace(/^\+508(?=\d{6}$)/, '0508')
    .replace(/^\+(33|262|508|590|594|596)0?(?=\d{9}$)/, '0')

/** `0326812000` for `+33 3 26 81 20 00`. */
export const dialledNumber = (text: string): string => bareNumber(text).replace(/\D/g, '')

/** `03 26 81 20 00`, `3631` or `+687261234`; undefined for anything else. */
export const readPhone = (text: string): string | undefined => {
  const bare = bareNumber(text)
  if (/^\d{3,4}$|^\+\d{6,15}$/.test(bare)) return bare
  if (!/^\d{6,15}$/.test(bare)) return undefined
  return bare.length % 2 === 0 ? bare.replace(/..(?=.)/g, '$& ') : bare
}
