/** Work that was not sent yet, without a name or an address: it alone outlasts a session. */
export const LASTING = 'unsent'

/** What stays on this device beyond a visit; a browser that blocks storage keeps nothing. */
export const deviceMemory = {
  read<T>(name: string): T | undefined {
    try {
      return JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined
    } catch {
      return undefined
    }
  },
  keep(name: string, value: unknown): void {
    try {
      localStorage.setItem(name, JSON.stringify(value))
    } catch {
      // Pages work without it.
    }
  },
  forget(name: string): void {
    try {
      localStorage.removeItem(name)
    } catch {
      // Nothing was kept.
    }
  },
  /** What a visit left in this tab, such as a form that was not sent. */
  forgetTab(): void {
    try {
      sessionStorage.clear()
    } catch {
      // Nothing was kept.
    }
  },
  forgetAll(): void {
    try {
      const lasting = deviceMemory.read(LASTING)
      localStorage.clear()
      if (lasting) deviceMemory.keep(LASTING, lasting)
    } catch {
      // Nothing was kept.
    }
  },
}
