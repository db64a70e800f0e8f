import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10

const statOf = (pid: number): string[] => {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** A process and all that it has started, as Linux counts them. */
export const processesOf = (pid: number): number[] => {
  const parents = readdirSync('/proc')
    .map(Number)
    .filter(Number.isInteger)
    .map((each) => [each, Number(statOf(each)[1])] as const)
  const found = [pid]
  for (const parent of found) found.push(...parents.flatMap(([each, of]) => (of === parent ? [each] : [])))
  return found
}

/** Processor time of a process and all that it has started. */
export const processorMsOf = (pid: number): number =>
  processesOf(pid).reduce((sum, each) => {
    const [user = 0, system = 0] = statOf(each).slice(11, 13).map(Number)
    return sum + (user + system) * TICK_MS
  }, 0)

/** Bytes that no other process shares. */
export const privateMemoryOf = (pid: number): number =>
  processesOf(pid).reduce((sum, each) => {
    const rollup = readFileSync(`/proc/${each}/smaps_rollup`, 'utf8')
    const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].map(([, kb]) =>
      Number(kb),
    )
    return sum + kilobytes.reduce((all, kb) => all + kb, 0) * 1024
  }, 0)
