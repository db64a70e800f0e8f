import { directoryOf } from '../../shared/domain/directory.ts'
import { directoryStore } from '../../shared/store/directory-store.ts'
import { count, milliseconds, type Section } from './section.ts'
import { installedEngines, medianOf, timed, withTable } from './stage.ts'
import { meterOf } from './store-meter.ts'
import { WHOLE_NETWORK, writeDirectory } from './synthetic-network.ts'

const READS = 7
const SEARCHES = 50

const HERE = { near: { lat: 46.2, lon: 2.4 } }
const SEARCHED = {
  'the start of a name': { text: 'mon' },
  'the nearest': HERE,
  'the nearest that lend': { ...HERE, lent: { use: 'desk', people: 2 } },
} as const

const medianTime = async (times: number, work: () => unknown): Promise<number> => {
  const taken: number[] = []
  for (let time = 0; time < times; time++) taken.push(await timed(work))
  return medianOf(taken)
}

/** Reads of a new instance before its first search, and the time of a search. */
export const directory = async (): Promise<Section[]> => {
  const [kind] = installedEngines()
  if (!kind) return []
  return withTable(kind, async ({ table }) => {
    await writeDirectory(table, WHOLE_NETWORK)
    const store = directoryStore(table)
    const firstMs = await timed(async () => directoryOf(await store.readDirectory()))
    const readMs = await medianTime(READS, async () => directoryOf(await store.readDirectory()))
    const { readUnits, requests } = await meterOf(table.client)(() => store.readDirectory())
    const held = directoryOf(await store.readDirectory())
    const searches = []
    for (const [name, search] of Object.entries(SEARCHED)) {
      const ms = await medianTime(SEARCHES, () => held.search({ ...search, limit: 20 }))
      searches.push({ name: `a search by ${name}`, measured: milliseconds(ms) })
    }
    return [
      {
        title: `The directory of ${count(held.size)} sites on ${kind.name}`,
        figures: [
          {
            name: 'read units to read it whole',
            measured: `${readUnits} in ${requests === 1 ? 'one request' : `${requests} requests`}`,
          },
          { name: 'reading and indexing, first in a process', measured: milliseconds(firstMs) },
          { name: 'reading and indexing, warm', measured: milliseconds(readMs) },
          ...searches,
        ],
      },
    ]
  })
}
