import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { mapAtOnce } from '../../functions/api/at-once.ts'
import { dependenciesOn } from '../../functions/dependencies.ts'
import { hashOf, idOf } from '../../functions/http/hash.ts'
import { settle } from '../../functions/inventory/settle.ts'
import type { HolderId, WaitId } from '../../shared/domain/booking.ts'
import { cancelled } from '../../shared/domain/booking-change.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Wait } from '../../shared/domain/wait.ts'
import type { Table } from '../../shared/store/client.ts'
import { joiningOf } from '../../shared/store/wait-item.ts'
import { aBooking, aSite, aSpace, NOW, range, TUESDAY } from '../support/builders.ts'
import { seed } from '../support/seed.ts'
import { type BenchTable, installedEngines, withTable } from './ground.ts'
import type { Figure, Section } from './section.ts'

const LENGTHS = [0, 1, 100, 10_000]
const AT_ONCE = 16
const BATCH = 25

type Units = { readonly CapacityUnits?: number }
type Cost = { requests: number; readUnits: number; writeUnits: number }

const meterOf = (client: DynamoDBClient) => {
  const cost: Cost = { requests: 0, readUnits: 0, writeUnits: 0 }
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' as const } })
      const { ConsumedCapacity = [] } = answer.output as { ConsumedCapacity?: Units | Units[] }
      const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
      cost.requests += 1
      cost[/Write|Put|Update|Delete/.test(String(context.commandName)) ? 'writeUnits' : 'readUnits'] += units
      return answer
    },
    { step: 'initialize', name: 'meter of waits' },
  )
  return cost
}

const aWait = (at: number): Wait => ({
  id: idOf('bench wait', String(at)) as WaitId,
  holder: idOf('bench holder', String(at)) as HolderId,
  slot: 0,
  sites: [aSite().id],
  date: TUESDAY,
  ...range('08:00-12:00'),
  quarters: 16,
  use: 'desk',
  places: 1,
  channel: 'web',
  askedAt: (NOW + at) as Instant,
  status: 'waiting',
})

/** The others stand in the queue as if they had joined it one by one, written in batches. */
const writeBehind = async ({ client, name }: Table, waits: readonly Wait[]): Promise<void> => {
  const items = waits.flatMap((wait) =>
    joiningOf({ client, name }, { wait, requestHash: hashOf('bench') }, wait.date).flatMap(({ Put }) =>
      Put?.Item ? [Put.Item] : [],
    ),
  )
  const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
    items.slice(at * BATCH, (at + 1) * BATCH),
  )
  await mapAtOnce(batches, AT_ONCE, (batch) =>
    client.send(
      new BatchWriteItemCommand({ RequestItems: { [name]: batch.map((Item) => ({ PutRequest: { Item } })) } }),
    ),
  )
}

/** What cancelling the booking that fills a place costs, with so many who wait for it. */
const costOf = async ({ table }: BenchTable, length: number): Promise<Cost> => {
  await seed(table, aSite(), [aSpace({ capacity: 1 })])
  const deps = dependenciesOn(table, () => NOW)
  const { space, date, start, end } = aBooking()
  const booking = aBooking({ takings: [{ space, date, start, end, places: 1, capacity: 1 }] })
  await deps.bookings.addBooking(booking, hashOf('bench'))
  const waits = Array.from({ length }, (_, at) => aWait(at))
  if (waits[0]) await deps.waits.addWait({ wait: waits[0], requestHash: hashOf('bench') })
  await writeBehind(table, waits.slice(1))
  const cost = meterOf(table.client)
  await settle([{ from: booking, to: cancelled(booking, 'holder') }], deps)
  const { requests, readUnits, writeUnits } = cost
  const first = waits[0] && (await deps.waits.findWait(waits[0].id))
  if (first && first.status !== 'offered') throw new Error('the first of the bench’s queue was offered nothing')
  return { requests, readUnits, writeUnits }
}

/** The waiting list: what a freed place costs, however many wait for it. */
export const waits = async (): Promise<readonly Section[]> => {
  const sections: Section[] = []
  for (const kind of installedEngines()) {
    const figures: Figure[] = []
    for (const length of LENGTHS) {
      const { requests, readUnits, writeUnits } = await withTable(kind, (on) => costOf(on, length))
      figures.push({
        name: `a place is freed, ${length.toLocaleString('en-GB')} wait`,
        ...(length > 1 && { goal: 'does not grow beyond one page' }),
        measured: `${requests} requests, ${readUnits} read units, ${writeUnits} write units`,
      })
    }
    sections.push({ title: `Waiting list, ${kind.name}`, figures })
  }
  return sections
}
