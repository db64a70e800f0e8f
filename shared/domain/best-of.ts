/** The first `most` of a sorted copy, without sorting the rest. */
export const bestOf = <T>(all: Iterable<T>, most: number, compare: (a: T, b: T) => number): T[] => {
  const best: T[] = []
  for (const each of all) {
    const last = best.at(-1)
    if (best.length >= most && (last === undefined || compare(each, last) >= 0)) continue
    let at = best.length
    while (at > 0 && compare(each, best[at - 1] as T) < 0) at--
    best.splice(at, 0, each)
    if (best.length > most) best.pop()
  }
  return best
}
