import { newKey } from './new-key.ts'

/** Storage of one tab, for what must not stand in an address: the visitor, the key of a booking. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type Visitor = { readonly email: string; readonly name?: string }

const inMemory = (): TabStorage => {
  const kept = new Map<string, string>()
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }
}

export const tabStorage = (): TabStorage => {
  try {
    return globalThis.sessionStorage ?? inMemory()
  } catch {
    // A browser that blocks cookies throws on the mere access.
    return inMemory()
  }
}

export const createTabMemory = (storage: TabStorage) => ({
  visitor(): Visitor | undefined {
    const text = storage.getItem('visitor')
    return text ? JSON.parse(text) : undefined
  },
  keepVisitor: (visitor: Visitor) => storage.setItem('visitor', JSON.stringify(visitor)),
  forgetVisitor: () => storage.removeItem('visitor'),
  /** The same key as long as the request stays the same, through retries and reloads. */
  bookingKey(request: string): string {
    const [kept, key] = (storage.getItem('booking') ?? '').split('\n')
    if (key && kept === request) return key
    const fresh = newKey()
    storage.setItem('booking', `${request}\n${fresh}`)
    return fresh
  },
  /** The colleague whose absence is said. */
  absent: () => storage.getItem('absent') ?? undefined,
  keepAbsent: (mediator: string) => storage.setItem('absent', mediator),
  invitation: () => storage.getItem('invitation') ?? undefined,
  keepInvitation: (link: string) => storage.setItem('invitation', link),
  forgetInvitation: () => storage.removeItem('invitation'),
  forgetBookingKey: () => storage.removeItem('booking'),
})

export const tabMemory = createTabMemory(tabStorage())
