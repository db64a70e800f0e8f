import type { Operation } from './operations.ts'
import { dollarsPerThousand, PRICES } from './prices.ts'
import type { Section } from './section.ts'

/** `kind`: which measured time the function works for. */
const ROWS = [
  { name: 'book a desk', kind: 'booking', goal: '≤ 0.0095' },
  { name: 'cancel', kind: 'booking', goal: '' },
  { name: 'read a site', kind: 'week', goal: '' },
  { name: 'a week of a site', kind: 'week', goal: '≤ 0.002' },
] as const

type Milliseconds = Readonly<Record<(typeof ROWS)[number]['kind'], number>>

/** From units and times that were measured in the same run; without mails, traffic and storage. */
export const dollars = (operations: readonly Operation[], milliseconds: Milliseconds): Section => ({
  title: `Dollars for a thousand, on demand in ${PRICES.region}`,
  figures: ROWS.map(({ name, kind, goal }) => {
    const cost = operations.find((each) => each.name === name)?.cost
    if (!cost) throw new Error(`nothing was measured for: ${name}`)
    return { name, goal, measured: dollarsPerThousand(cost, milliseconds[kind]).toFixed(4) }
  }),
})
