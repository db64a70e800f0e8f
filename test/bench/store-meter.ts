import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'

/** `trips`: the longest chain of requests of which each began after the one before had ended. */
export type Metered = { readonly requests: number; readonly trips: number; readonly readUnits: number }

const Capacity = z.object({ CapacityUnits: z.number() })
const Answer = z.object({ ConsumedCapacity: z.union([Capacity, z.array(Capacity)]) })

const unitsOf = (output: unknown): number => {
  const { ConsumedCapacity: capacity } = Answer.parse(output)
  return [capacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0)
}

/** Counts what some work asks of the store; only reads may be metered. */
export const meterOf = (client: DynamoDBClient) => {
  let metered: Metered = { requests: 0, trips: 0, readUnits: 0 }
  client.middlewareStack.add(
    (next) => async (args) => {
      const trip = metered.trips + 1
      const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' as const }
      const answer = await next({ ...args, input })
      metered = {
        requests: metered.requests + 1,
        trips: Math.max(metered.trips, trip),
        readUnits: metered.readUnits + unitsOf(answer.output),
      }
      return answer
    },
    { step: 'initialize', name: 'meter' },
  )
  return async (work: () => Promise<unknown>): Promise<Metered> => {
    metered = { requests: 0, trips: 0, readUnits: 0 }
    await work()
    return metered
  }
}
