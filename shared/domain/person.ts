/** For limits only, never an identity: `jean.d@` and `jeand@` may be two people. */
export const canonicalAddress = (email: string): string => {
  const at = email.lastIndexOf('@')
  const [local = '', domain] = [email.slice(0, at).toLowerCase(), email.slice(at + 1).toLowerCase()]
  const [untagged = ''] = local.split('+')
  return `${untagged.replaceAll('.', '') || local}@${domain}`
}
