/** Loads once, for all who ask at the same time and later; a load that fails is tried again by who asks next. */
export const loadOnce = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loaded: Promise<T> | undefined
  return () => {
    loaded ??= load().catch((fault) => {
      loaded = undefined
      throw fault
    })
    return loaded
  }
}
