/** No user name: text before an `@` would be a password. */
export const isSafeAddress = (text: string): boolean =>
  URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).username === ''
