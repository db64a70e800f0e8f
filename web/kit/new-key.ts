const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

// crypto.randomUUID is absent outside secure contexts, such as a local network over plain HTTP.
export const newKey = (): string => hex(crypto.getRandomValues(new Uint8Array(16)))

/** The same request keeps its key, so that it is carried out once; an edited one gets a new key. */
export const keysByRequest = () => {
  const keys = new Map<string, string>()
  return (asked: unknown): string => {
    const request = JSON.stringify(asked)
    const key = keys.get(request) ?? newKey()
    keys.set(request, key)
    return key
  }
}
