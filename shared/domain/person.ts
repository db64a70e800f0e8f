/**
 * What the aliases of one address have in common: case, dots and what follows a plus make no difference. It counts for
 * limits only and is never an identity: whoever reads `jean.d@` need not be who reads `jeand@`.
 */
export const canonicalAddress = (email: string): string => {
  const at = email.lastIndexOf('@')
  const [local = '', domain] = [email.slice(0, at).toLowerCase(), email.slice(at + 1).toLowerCase()]
  const [untagged = ''] = local.split('+')
  return `${untagged.replaceAll('.', '') || local}@${domain}`
}
