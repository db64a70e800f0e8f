import type { EngineKind } from '../../infra/local/engine-process.ts'
import { count, medianAndRange, type Section } from './section.ts'
import { installedEngines } from './stage.ts'
import { ROUNDS, throughput } from './throughput.ts'

const CLIENTS = [1, 16, 64]

const rate = (values: readonly number[]) => medianAndRange(values, (value) => count(Math.round(value)))

const onEngine = async (kind: EngineKind): Promise<Section> => {
  const rows: string[][] = []
  for (const clients of CLIENTS) {
    const rounds = await throughput(kind, clients)
    rows.push([
      String(clients),
      medianAndRange(rounds.map(({ ratio }) => ratio)),
      rate(rounds.map(({ booked }) => booked)),
      rate(rounds.map(({ raw }) => raw)),
      count(rounds.reduce((sum, { busy }) => sum + busy, 0)),
    ])
  }
  const heading = [
    'clients',
    'bookings ÷ plain transactions (goal ≥ 0.5)',
    'bookings a second',
    'plain ones a second',
    'told to try again',
  ]
  return { title: `Bookings on ${kind.name}, ${ROUNDS} rounds`, figures: [], grid: [heading, ...rows] }
}

/** Bookings a second of the bundled handler, beside the rate of the engine alone. */
export const bookingRate = async (): Promise<Section[]> => {
  const sections: Section[] = []
  for (const kind of installedEngines()) sections.push(await onEngine(kind))
  return sections
}
