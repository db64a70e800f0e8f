import { installedEngines } from './ground.ts'
import { count, medianAndRange, type Section } from './section.ts'
import { throughput } from './throughput.ts'

/** Bookings a second by the bundled handler, beside what the engine itself can do. */
export const bookingRate = async (): Promise<Section[]> => {
  const sections: Section[] = []
  for (const kind of installedEngines()) {
    const rounds = await throughput(kind)
    const rate = (values: readonly number[]) => medianAndRange(values, (value) => count(Math.round(value)))
    sections.push({
      title: `Bookings on ${kind.name}, 16 clients at once, ${rounds.length} rounds`,
      figures: [
        {
          name: "bookings ÷ the engine's own transactions",
          goal: '≥ 0.6',
          measured: medianAndRange(rounds.map(({ ratio }) => ratio)),
        },
        { name: 'bookings a second', measured: rate(rounds.map(({ booked }) => booked)) },
        { name: 'plain transactions a second', measured: rate(rounds.map(({ raw }) => raw)) },
      ],
    })
  }
  return sections
}
