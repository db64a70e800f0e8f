const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

// crypto.randomUUID is absent outside secure contexts, such as a local network over plain HTTP.
export const newKey = (): string => hex(crypto.getRandomValues(new Uint8Array(16)))

/** What is asked again has the key that it had, so that it is done once; edited, it is something else that is asked. */
export const keysByRequest = () => {
  const keys = new Map<string, string>()
  return (asked: unknown): string => {
    const request = JSON.stringify(asked)
    const key = keys.get(request) ?? newKey()
    keys.set(request, key)
    return key
  }
}
