const LONGEST = 2000

/** What is wrong with an address that a person gives, before anybody is asked. */
export type AddressFault = 'malformed' | 'not-https' | 'has-password' | 'has-other-port'

const OWN_MACHINE = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/

/** Of another service, reached by https at its usual port; `loopback` allows this very machine as well. */
export const addressFaultOf = (text: string, { loopback = false } = {}): AddressFault | undefined => {
  if (text.length > LONGEST || !URL.canParse(text)) return 'malformed'
  const { protocol, username, password, port, origin } = new URL(text)
  if (username || password) return 'has-password'
  if (loopback && OWN_MACHINE.test(origin)) return undefined
  if (protocol !== 'https:') return 'not-https'
  return port === '' ? undefined : 'has-other-port'
}
