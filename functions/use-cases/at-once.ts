/** After a fault no item starts and running ones end first, so that no work outlives the answer. */
export const mapAtOnce = async <T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = []
  const faults: unknown[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length && faults.length === 0) {
      const at = next++
      try {
        results[at] = await work(items[at] as T)
      } catch (fault) {
        faults.push(fault)
      }
    }
  }
  await Promise.all(Array.from({ length: most }, worker))
  if (faults.length > 0) throw faults[0]
  return results
}

/** Calls beyond `most` wait for one that ends. */
export const atMost = <A extends readonly unknown[], R>(
  most: number,
  work: (...of: A) => Promise<R>,
): ((...of: A) => Promise<R>) => {
  const waiting: (() => void)[] = []
  let running = 0
  return async (...of) => {
    if (running >= most) await new Promise<void>((begin) => waiting.push(begin))
    else running += 1
    try {
      return await work(...of)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
