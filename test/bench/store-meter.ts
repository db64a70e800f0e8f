import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'

/** `trips` is the longest chain of requests that wait for each other. */
export type Metered = {
  readonly requests: number
  readonly trips: number
  readonly readUnits: number
  readonly writeUnits: number
}

const NOTHING: Metered = { requests: 0, trips: 0, readUnits: 0, writeUnits: 0 }

const Capacity = z.object({ CapacityUnits: z.number() })
const Answer = z.object({ ConsumedCapacity: z.union([Capacity, z.array(Capacity)]) })

export const unitsOf = (output: unknown): number => {
  const { ConsumedCapacity: capacity } = Answer.parse(output)
  return [capacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0)
}

const READS = /^(Query|Scan|GetItem|BatchGetItem|TransactGetItems)Command$/

/** Meters requests to the store; a failed request reports no units, so the work must not fail. */
export const meterOf = (client: DynamoDBClient) => {
  let metered = NOTHING
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const trip = metered.trips + 1
        const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' as const }
        const answer = await next({ ...args, input })
        const units = unitsOf(answer.output)
        const isRead = READS.test(String(commandName))
        metered = {
          requests: metered.requests + 1,
          trips: Math.max(metered.trips, trip),
          readUnits: metered.readUnits + (isRead ? units : 0),
          writeUnits: metered.writeUnits + (isRead ? 0 : units),
        }
        return answer
      },
    { step: 'initialize', name: 'meter' },
  )
  return async (work: () => Promise<unknown>): Promise<Metered> => {
    metered = NOTHING
    await work()
    return metered
  }
}
