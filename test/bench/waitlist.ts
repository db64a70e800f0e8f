import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dependenciesOn } from '../../functions/dependencies.ts'
import { mapAtOnce } from '../../functions/use-cases/at-once.ts'
import { commitAndOffer } from '../../functions/use-cases/commit-and-offer.ts'
import { hashOf, idOf } from '../../functions/use-cases/hash.ts'
import { cancelled } from '../../shared/domain/booking-state.ts'
import type { HolderId, WaitlistEntryId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { WaitlistEntry } from '../../shared/domain/waitlist.ts'
import type { Table } from '../../shared/store/client.ts'
import { joinWrites } from '../../shared/store/waitlist-entry-writes.ts'
import { aBooking, aSite, aSpace, NOW, range, TUESDAY } from '../support/builders.ts'
import { seed } from '../support/seed.ts'
import type { Figure, Section } from './section.ts'
import { type BenchTable, installedEngines, withTable } from './stage.ts'

const LENGTHS = [0, 1, 100, 10_000]
const AT_ONCE = 16
const BATCH = 25

type Units = { readonly CapacityUnits?: number }
type Cost = { requests: number; readUnits: number; writeUnits: number }

const meterOf = (client: DynamoDBClient) => {
  const cost: Cost = { requests: 0, readUnits: 0, writeUnits: 0 }
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next({
        ...args,
        input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' as const },
      })
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

const aWaitlistEntry = (at: number): WaitlistEntry => ({
  id: idOf('bench wait', String(at)) as WaitlistEntryId,
  holder: idOf('bench holder', String(at)) as HolderId,
  ticket: 0,
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

/** Writes the waiting people in batches, in the form that joining one by one leaves. */
const writeBehind = async ({ client, name }: Table, waits: readonly WaitlistEntry[]): Promise<void> => {
  const items = waits.flatMap((wait) =>
    joinWrites({ client, name }, { wait, requestHash: hashOf('bench') }, wait.date).flatMap(({ Put }) =>
      Put?.Item ? [Put.Item] : [],
    ),
  )
  const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
    items.slice(at * BATCH, (at + 1) * BATCH),
  )
  await mapAtOnce(batches, AT_ONCE, (batch) =>
    client.send(
      new BatchWriteItemCommand({
        RequestItems: { [name]: batch.map((Item) => ({ PutRequest: { Item } })) },
      }),
    ),
  )
}

/** Cost of cancelling the booking that fills a place, by the number of people who wait for it. */
const costOf = async ({ table }: BenchTable, length: number): Promise<Cost> => {
  await seed(table, aSite(), [aSpace({ capacity: 1 })])
  const deps = dependenciesOn(table, () => NOW)
  const { space, date, start, end } = aBooking()
  const booking = aBooking({ allocations: [{ space, date, start, end, places: 1, capacity: 1 }] })
  await deps.bookings.addBooking(booking, hashOf('bench'))
  const waits = Array.from({ length }, (_, at) => aWaitlistEntry(at))
  if (waits[0]) await deps.waitlist.addEntry({ wait: waits[0], requestHash: hashOf('bench') })
  await writeBehind(table, waits.slice(1))
  const cost = meterOf(table.client)
  await commitAndOffer([{ from: booking, to: cancelled(booking, 'holder') }], deps)
  const { requests, readUnits, writeUnits } = cost
  const first = waits[0] && (await deps.waitlist.findEntry(waits[0].id))
  if (first && first.status !== 'offered')
    throw new Error('the first of the bench’s queue was offered nothing')
  return { requests, readUnits, writeUnits }
}

/** Cost of a freed place, by the length of the waitlist. */
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
