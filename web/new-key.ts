const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

// crypto.randomUUID is absent outside secure contexts, such as a local network over plain HTTP.
export const newKey = (): string => hex(crypto.getRandomValues(new Uint8Array(16)))
